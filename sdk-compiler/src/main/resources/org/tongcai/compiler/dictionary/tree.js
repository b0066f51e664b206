// The field tree (folding, copies of types on demand, deep links) and the copy buttons. Without it everything is simply unfolded.
(function () {
  'use strict';
  var copies = 0;

  function group(button) {
    return document.getElementById(button.getAttribute('aria-controls'));
  }

  function setOpen(button, open) {
    var list = group(button);
    if (!list) {
      return;
    }
    if (open && list.dataset.copy) {
      fill(list);
    }
    button.setAttribute('aria-expanded', String(open));
    if (open) {
      list.removeAttribute('hidden');
    } else {
      // the browser's own search still finds what is folded, and unfolds it
      list.setAttribute('hidden', 'until-found');
    }
  }

  function depthClass(element, shift) {
    element.className = element.className.replace(/\bd(\d+)\b/, function (all, depth) {
      return 'd' + Math.min(12, Number(depth) + shift);
    });
  }

  // A later occurrence of a type: copy the rows of the first one, without its anchors.
  function fill(list) {
    var original = document.querySelector('ul[data-type="' + list.dataset.copy + '"]');
    var root = document.getElementById(list.dataset.copy);
    if (!original && root && root.classList.contains('page-head')) {
      original = document.querySelector('.tree');
    }
    delete list.dataset.copy;
    if (!original) {
      return;
    }
    var shift = Number(list.dataset.depth) - Number(original.dataset.depth || 1);
    var copy = original.cloneNode(true);
    var names = {};
    copies++;
    copy.querySelectorAll('[id]').forEach(function (element) {
      if (element.matches('ul.children')) {
        names[element.id] = 'copy-' + copies + '-' + element.id;
        element.id = names[element.id];
        if (element.dataset.type) {
          element.removeAttribute('data-type');
        }
        element.setAttribute('hidden', 'until-found');
        element.dataset.depth = String(Number(element.dataset.depth) + shift);
      } else {
        element.removeAttribute('id');
      }
    });
    copy.querySelectorAll('.row, .type-note').forEach(function (element) {
      depthClass(element, shift);
    });
    copy.querySelectorAll('.twisty').forEach(function (button) {
      button.setAttribute('aria-controls', names[button.getAttribute('aria-controls')] || '');
      button.setAttribute('aria-expanded', 'false');
    });
    list.replaceChildren.apply(list, Array.from(copy.childNodes));
  }

  function buttonOf(list) {
    return document.querySelector('.twisty[aria-controls="' + list.id + '"]');
  }

  // Unfolds what holds the target of the address and scrolls to it.
  function reveal() {
    var id;
    try {
      id = decodeURIComponent(window.location.hash.slice(1));
    } catch (e) {
      return;
    }
    var target = id && document.getElementById(id);
    if (!target) {
      return;
    }
    for (var list = target.closest('ul.children'); list; list = list.parentElement.closest('ul.children')) {
      setOpen(buttonOf(list), true);
    }
    document.querySelectorAll('.is-target').forEach(function (row) {
      row.classList.remove('is-target');
    });
    var row = target.closest('.row, .type-note, tr, ol.conditions > li, .source');
    if (row) {
      row.classList.add('is-target');
      var details = row.querySelector('details');
      if (details) {
        details.open = true;
      }
    }
    (row || target).scrollIntoView({block: 'start'});
  }

  var buttons = document.querySelectorAll('.twisty');
  buttons.forEach(function (button) {
    setOpen(button, false);
  });
  document.documentElement.classList.add('ready');

  document.addEventListener('click', function (event) {
    var twisty = event.target.closest('.twisty');
    if (twisty) {
      setOpen(twisty, twisty.getAttribute('aria-expanded') !== 'true');
      return;
    }
    var all = event.target.closest('[data-tree]');
    if (all) {
      buttons.forEach(function (button) {
        var list = group(button);
        if (!(list && list.dataset.copy)) {
          setOpen(button, all.dataset.tree === 'open');
        }
      });
      return;
    }
    var copy = event.target.closest('.copy');
    if (copy) {
      copyText(copy);
      return;
    }
    // the same address again: the browser fires no event, the reader still wants to get there
    var link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute('href') === window.location.hash) {
      reveal();
    }
  });
  document.addEventListener('beforematch', function (event) {
    if (event.target.matches('ul.children')) {
      var button = buttonOf(event.target);
      if (button) {
        setOpen(button, true);
      }
    }
  });
  document.querySelectorAll('.tree-tools').forEach(function (tools) {
    tools.hidden = buttons.length === 0;
  });

  function copyText(button) {
    var text = button.parentElement.querySelector('pre').textContent;
    function done() {
      button.classList.add('done');
      window.setTimeout(function () {
        button.classList.remove('done');
      }, 1500);
    }
    function byHand() {
      var area = document.createElement('textarea');
      area.value = text;
      document.body.appendChild(area);
      area.select();
      if (document.execCommand('copy')) {
        done();
      }
      area.remove();
    }
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(done, byHand);
    } else {
      byHand();
    }
  }

  window.addEventListener('hashchange', reveal);
  reveal();
})();
