// A big code list: filter, pages, deep links. Its entries are in TONGCAI_CODES, from the script beside the page.
(function () {
  'use strict';
  var PAGE = 100;
  var rows = window.TONGCAI_CODES || [];
  var body = document.getElementById('code-rows');
  var filter = document.getElementById('code-filter');
  var current = document.getElementById('code-current');
  var count = document.getElementById('code-count');
  var pager = document.querySelector('.pager');
  var label = document.getElementById('code-page');
  var previous = document.getElementById('code-previous');
  var next = document.getElementById('code-next');
  var known = new Set(rows.map(function (row) {
    return row[0];
  }));
  var texts = rows.map(function (row) {
    return (row[0] + ' ' + (row[1] || '') + ' ' + (row[2] || '')).toLowerCase();
  });
  var shown = rows;
  var page = 0;

  function add(parent, tag, text, className) {
    var element = document.createElement(tag);
    if (text) {
      element.textContent = text;
    }
    if (className) {
      element.className = className;
    }
    parent.appendChild(element);
    return element;
  }

  function link(parent, code) {
    if (!code) {
      return;
    }
    if (known.has(code)) {
      var anchor = add(parent, 'a');
      anchor.href = '#code-' + encodeURIComponent(code);
      add(anchor, 'code', code);
    } else {
      add(parent, 'code', code);
    }
  }

  function draw() {
    body.replaceChildren();
    shown.slice(page * PAGE, page * PAGE + PAGE).forEach(function (row) {
      var line = add(body, 'tr');
      line.dataset.code = row[0];
      add(add(line, 'td'), 'code', row[0]);
      var name = add(line, 'td');
      add(name, 'span', row[1], row[2] ? 'zh' : '').lang = 'zh-CN';
      if (row[2]) {
        name.append(' ');
        add(name, 'span', row[2], 'en').lang = 'en';
      }
      link(add(line, 'td'), row[3]);
      var validity = add(line, 'td', row[4] || row[5] ? (row[4] || '') + ' – ' + (row[5] || '') : '', 'validity');
      (row[6] || '').split(' ').filter(Boolean).forEach(function (successor) {
        validity.append(' → ');
        link(validity, successor);
      });
      add(line, 'td', row[7], 'remark').lang = 'zh-CN';
    });
    var pages = Math.max(1, Math.ceil(shown.length / PAGE));
    label.textContent = page + 1 + ' / ' + pages;
    previous.disabled = page === 0;
    next.disabled = page + 1 >= pages;
    pager.hidden = pages === 1;
    count.textContent = shown.length === rows.length ? String(rows.length) : shown.length + ' / ' + rows.length;
  }

  function apply() {
    var words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    var now = new Date();
    var today = now.getFullYear() + '-' + ('0' + (now.getMonth() + 1)).slice(-2) + '-' + ('0' + now.getDate()).slice(-2);
    shown = rows.filter(function (row, index) {
      if (current.checked && ((row[4] && row[4] > today) || (row[5] && row[5] < today))) {
        return false;
      }
      return words.every(function (word) {
        return texts[index].includes(word);
      });
    });
    page = 0;
    draw();
  }

  function turn(step) {
    page += step;
    draw();
    document.getElementById('codes').scrollIntoView();
  }

  function reveal() {
    var code;
    try {
      code = decodeURIComponent(window.location.hash.replace(/^#code-/, ''));
    } catch (e) {
      return;
    }
    if (window.location.hash.indexOf('#code-') !== 0 || !known.has(code)) {
      return;
    }
    filter.value = '';
    current.checked = false;
    shown = rows;
    page = Math.floor(rows.findIndex(function (row) {
      return row[0] === code;
    }) / PAGE);
    draw();
    body.querySelectorAll('tr').forEach(function (line) {
      if (line.dataset.code === code) {
        line.classList.add('is-target');
      }
    });
    body.querySelector('.is-target').scrollIntoView({block: 'center'});
  }

  filter.addEventListener('input', apply);
  current.addEventListener('change', apply);
  previous.addEventListener('click', turn.bind(null, -1));
  next.addEventListener('click', turn.bind(null, 1));
  window.addEventListener('hashchange', reveal);
  document.querySelector('.code-tools').hidden = false;
  draw();
  reveal();
})();
