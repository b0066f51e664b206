// Language and theme. Runs before the page is drawn, so that nothing flickers. Storage may be refused: then the choice lasts one page.
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');

  function stored(key, allowed) {
    try {
      var value = window.localStorage.getItem('tongcai.' + key);
      return allowed.indexOf(value) >= 0 ? value : null;
    } catch (e) {
      return null;
    }
  }

  function store(key, value) {
    try {
      window.localStorage.setItem('tongcai.' + key, value);
    } catch (e) {
      // private windows and some file: origins refuse; nothing is lost but the memory
    }
  }

  function asked(name, allowed) {
    var match = new RegExp('[?&]' + name + '=([a-z]+)').exec(window.location.search);
    return match && allowed.indexOf(match[1]) >= 0 ? match[1] : null;
  }

  function language(value) {
    root.dataset.language = value;
    root.lang = value === 'en' ? 'en' : 'zh-CN';
    document.querySelectorAll('[data-set-language]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.dataset.setLanguage === value));
    });
  }

  function theme(value) {
    if (value === 'auto') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = value;
    }
  }

  function isDark() {
    var forced = root.dataset.theme;
    return forced ? forced === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
  }

  var languages = ['zh', 'en', 'both'];
  var themes = ['light', 'dark'];
  language(asked('lang', languages) || stored('language', languages) || 'both');
  theme(asked('theme', themes) || stored('theme', themes) || 'auto');

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('.switches, .search').forEach(function (part) {
      part.hidden = false;
    });
    language(root.dataset.language);
    document.querySelectorAll('[data-set-language]').forEach(function (button) {
      button.addEventListener('click', function () {
        language(button.dataset.setLanguage);
        store('language', button.dataset.setLanguage);
      });
    });
    document.querySelector('.theme').addEventListener('click', function () {
      var next = isDark() ? 'light' : 'dark';
      theme(next);
      store('theme', next);
    });
    document.querySelectorAll('.sections a').forEach(function (link) {
      if (link.dataset.for.split(' ').indexOf(root.dataset.section) >= 0) {
        link.setAttribute('aria-current', 'true');
      }
    });
  });
})();
