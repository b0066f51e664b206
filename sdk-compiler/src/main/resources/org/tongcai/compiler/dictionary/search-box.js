// The search box. The index is a script beside the pages and is loaded when the box is first used.
(function () {
  'use strict';
  var SHOWN = 8;
  var GROUPS = [
    ['documents', '单据', 'Documents'],
    ['fields', '字段', 'Fields'],
    ['types', '类型', 'Types'],
    ['lists', '代码表', 'Code lists'],
    ['codes', '代码', 'Codes'],
    ['rules', '规则', 'Rules'],
    ['lifecycles', '生命周期', 'Lifecycles'],
    ['figures', '限额和词句', 'Limits and wordings'],
    ['checks', '校验', 'Checks'],
    ['sources', '依据', 'Sources']
  ];
  var root = document.documentElement.dataset.root;
  var box = document.getElementById('search');
  var list = document.getElementById('search-results');
  var options = [];
  var active = -1;
  var loading = false;

  function load() {
    if (loading) {
      return;
    }
    loading = true;
    var script = document.createElement('script');
    script.src = root + 'search.js';
    script.onload = show;
    document.head.appendChild(script);
  }

  // Better first: the whole id or name, then beginnings, then anything that holds every word. 0: no match.
  function score(row, words) {
    var id = (row[0] || '').toLowerCase();
    var name = (row[1] || '').toLowerCase();
    var last = name.slice(name.indexOf('.') + 1);
    var zh = (row[2] || '').toLowerCase();
    var en = (row[3] || '').toLowerCase();
    var total = 0;
    for (var i = 0; i < words.length; i++) {
      var word = words[i];
      var points = 0;
      if (id === word || name === word || zh === word) {
        points = 100;
      } else if (last === word || en === word) {
        points = 80;
      } else if (zh.startsWith(word) || name.startsWith(word) || last.startsWith(word)) {
        points = 50;
      } else if (en.startsWith(word) || id.startsWith(word)) {
        points = 40;
      } else if (zh.includes(word)) {
        points = 30;
      } else if (name.includes(word) || en.includes(word) || id.includes(word)) {
        points = 20;
      }
      if (!points) {
        return 0;
      }
      total += points;
    }
    var phrase = words.join(' ');
    if (words.length > 1 && (en === phrase || zh === phrase)) {
      total += 100;
    }
    return total - zh.length / 1000;
  }

  function find(rows, words) {
    var found = [];
    rows.forEach(function (row) {
      var points = score(row, words);
      if (points > 0) {
        found.push([points, row]);
      }
    });
    return found.sort(function (a, b) {
      return b[0] - a[0];
    });
  }

  function add(parent, tag, className, text, language) {
    var element = document.createElement(tag);
    if (className) {
      element.className = className;
    }
    if (text) {
      element.textContent = text;
    }
    if (language) {
      element.lang = language;
    }
    parent.appendChild(element);
    return element;
  }

  function bilingual(parent, zh, en) {
    add(parent, 'span', en ? 'zh' : '', zh, 'zh-CN');
    if (en) {
      parent.append(' ');
      add(parent, 'span', 'en', en, 'en');
    }
  }

  function option(parent, row) {
    var link = add(parent, 'a', 'option');
    link.href = root + row[4];
    link.id = 'option-' + options.length;
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    link.tabIndex = -1;
    bilingual(add(link, 'span', 'option-title'), row[2] || row[1], row[3]);
    var detail = add(link, 'span', 'option-detail');
    add(detail, 'code', '', row[1]);
    if (row[0]) {
      add(detail, 'span', 'option-id', row[0]);
    }
    options.push(link);
  }

  function show() {
    var index = window.TONGCAI_SEARCH;
    var words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    list.replaceChildren();
    options = [];
    active = -1;
    box.removeAttribute('aria-activedescendant');
    if (!index || !words.length) {
      close();
      return;
    }
    GROUPS.map(function (group) {
      return {group: group, found: find(index[group[0]] || [], words)};
    }).filter(function (part) {
      return part.found.length;
    }).sort(function (a, b) {
      return Math.round((b.found[0][0] - a.found[0][0]) / 20);
    }).forEach(function (part) {
      var section = add(list, 'div', 'result-group');
      section.setAttribute('role', 'group');
      section.setAttribute('aria-label', part.group[1] + ' ' + part.group[2]);
      var title = add(section, 'div', 'result-title');
      title.setAttribute('aria-hidden', 'true');
      bilingual(title, part.group[1], part.group[2]);
      add(title, 'span', 'count', String(part.found.length));
      part.found.slice(0, SHOWN).forEach(function (match) {
        option(section, match[1]);
      });
    });
    if (!options.length) {
      bilingual(add(list, 'p', 'nothing'), '没有找到', 'Nothing found');
    }
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
    select(options.length ? 0 : -1);
  }

  function close() {
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }

  function select(position) {
    if (options[active]) {
      options[active].setAttribute('aria-selected', 'false');
    }
    active = position;
    if (options[active]) {
      options[active].setAttribute('aria-selected', 'true');
      options[active].scrollIntoView({block: 'nearest'});
      box.setAttribute('aria-activedescendant', options[active].id);
    }
  }

  box.addEventListener('focus', load);
  box.addEventListener('input', show);
  box.addEventListener('keydown', function (event) {
    if (event.isComposing) {
      return; // Enter and arrows belong to the input method
    }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length) {
      var step = event.key === 'ArrowDown' ? 1 : -1;
      select((active + step + options.length) % options.length);
      event.preventDefault();
    } else if (event.key === 'Enter' && options[active] && !list.hidden) {
      event.preventDefault();
      options[active].click();
    } else if (event.key === 'Escape') {
      close();
    }
  });
  list.addEventListener('click', function () {
    close();
    box.blur();
  });
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
  document.addEventListener('click', function (event) {
    if (!event.target.closest('.search')) {
      close();
    }
  });
})();
