import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessibility, overflow, quietPage } from './browser.mjs';
import { files, json } from './files.mjs';

/** The data dictionary as a reader uses it, opened as files. */
export async function dictionaryPages(tally, browser, { spec, published }) {
  const folder = join(published, 'dictionary');
  const url = path => pathToFileURL(join(folder, path)).href;
  const { context, page, trouble } = await quietPage(browser);
  const step = (name, action) => tally.step(`dictionary: ${name}`, action);
  const equal = (name, expected, actual) => tally.equal(`dictionary: ${name}`, expected, actual);
  const field = uniqueField(spec);

  await step('from the index to a document', async () => {
    await page.goto(url('index.html'));
    await page.click('a[href="documents/tenderNotice.html"]');
    await page.waitForURL(url('documents/tenderNotice.html'));
    tally.check('dictionary: the document has fields', (await page.locator('.tree .row').count()) > 10);
  });

  await step('search', async () => {
    await page.keyboard.press('/');
    await page.keyboard.insertText(field.title);
    await page.waitForSelector('#search-results [role=option]');
    const chosen = page.locator('#search-results [role=option][aria-selected=true]');
    tally.check('dictionary: search finds the Chinese title', (await chosen.innerText()).includes(field.title));
    equal('the box names the choice', await chosen.getAttribute('id'), await page.getAttribute('#search', 'aria-activedescendant'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.location.hash !== '');
    tally.check('dictionary: Enter leads to the type', page.url().includes(field.type), page.url());
    const target = await page.evaluate(() => {
      const element = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
      const { top, bottom, height } = element.getBoundingClientRect();
      return { text: element.textContent, marked: element.closest('.is-target') !== null, seen: height > 0 && bottom > 0 && top < window.innerHeight };
    });
    tally.check('dictionary: the anchor is the field', target.text.includes(field.title), target.text.slice(0, 200));
    tally.check('dictionary: the field is marked and in sight', target.marked && target.seen, JSON.stringify(target));
  });

  for (const words of ['统一社会信用代码', 'creditCode']) {
    await step(`search for ${words}`, async () => {
      await page.goto(url('index.html'));
      await page.keyboard.press('/');
      await page.keyboard.insertText(words);
      await page.waitForSelector('#search-results [role=option]');
      const found = await page.locator('#search-results [role=option]').allInnerTexts();
      tally.check(`dictionary: search finds ${words}`, found.some(text => text.includes(words)), found.slice(0, 5).join('\n'));
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => window.location.hash !== '');
      const target = await page.evaluate(() => document.getElementById(decodeURIComponent(window.location.hash.slice(1))).textContent);
      tally.check(`dictionary: ${words} has an address`, target.includes(words), target.slice(0, 200));
    });
  }

  await step('diagrams', async () => {
    await page.goto(url('documents/contract.html'));
    const neighbours = await page.locator('#chain .node').count();
    tally.check('dictionary: the contract has neighbours', neighbours > 5, `${neighbours}`);
    await page.click('#structure > summary');
    tally.check('dictionary: the structure unfolds', await page.isVisible('#structure svg .node'));
    await page.goto(url('chain.html'));
    const places = await page.locator('.diagram .node').evaluateAll(nodes => nodes.map(node => {
      const { left, top, right, bottom } = node.querySelector('rect').getBoundingClientRect();
      return { left, top, right, bottom };
    }));
    const over = places.filter((a, i) => places.slice(i + 1).some(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
    equal('boxes of the chain do not overlap', 0, over.length);
    await page.click('.diagram a[href="documents/payment.html"]');
    await page.waitForURL(url('documents/payment.html'));
    await page.goto(url('coverage.html'));
    equal('rows of the coverage matrix', 122, await page.locator('.matrix tbody tr').count());
  });

  await step('rules and lifecycles', async () => {
    await page.goto(url('index.html'));
    await page.keyboard.press('/');
    await page.keyboard.insertText('GP-NOTICE-001');
    await page.waitForSelector('#search-results [role=option]');
    await page.keyboard.press('Enter');
    await page.waitForURL(url('rules/notice.html') + '#GP-NOTICE-001');
    await page.click('#GP-NOTICE-001 .rule-example > summary');
    tally.check('dictionary: the rule shows what breaks it', (await page.locator('#GP-NOTICE-001 .patch').first().innerText()).includes('/noticePeriod/workdays'));
    await page.goto(url('documents/tenderNotice.html'));
    await page.click('#rules a[href="../rules/notice.html#GP-NOTICE-001"]');
    await page.waitForURL(url('rules/notice.html') + '#GP-NOTICE-001');
    for (const file of files(join(folder, 'lifecycles'), '.html')) {
      await page.goto(pathToFileURL(file).href);
      const { boxes, words } = await page.evaluate(() => {
        const box = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
        const all = selector => [...document.querySelectorAll(selector)].map(element => box(element.getBoundingClientRect()));
        return { boxes: all('.diagram .node'), words: all('.diagram .event') };
      });
      const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      equal(`${basename(file)}: states stand apart`, 0, boxes.filter((a, i) => boxes.slice(i + 1).some(b => meet(a, b))).length);
      equal(`${basename(file)}: no event lies on a state`, 0, words.filter(word => boxes.some(box => meet(word, box))).length);
    }
  });

  await step('language', async () => {
    await page.goto(url('index.html'));
    await page.click('[data-set-language=en]');
    await page.goto(url('documents/contract.html'));
    equal('the language is remembered', 'en', await page.getAttribute('html', 'data-language'));
    tally.check('dictionary: English only', (await page.isVisible('h1 .en')) && !(await page.isVisible('h1 .zh')));
    await page.click('[data-set-language=both]');
    tally.check('dictionary: both', (await page.isVisible('h1 .en')) && (await page.isVisible('h1 .zh')));
  });

  await step('big code list', async () => {
    await page.goto(url('codelists/region.html'));
    await page.fill('#code-filter', '昆明');
    const rows = await page.locator('#code-rows tr').allInnerTexts();
    tally.check('dictionary: the filter finds Kunming', rows.some(row => row.startsWith('530100')), rows.join('\n'));
    tally.check('dictionary: the filter finds nothing else', rows.every(row => row.includes('昆明')), rows.join('\n'));
    await page.goto(url('codelists/region.html') + '#code-530102');
    await page.waitForSelector('#code-rows .is-target');
    tally.check('dictionary: a code has an address', (await page.locator('#code-rows .is-target').innerText()).startsWith('530102'));
  });

  const kinds = ['index.html', 'documents/awardNotice.html', 'codelists.html', 'codelists/region.html', 'crosswalks.html', 'rules.html', 'rules/tender.html', 'limits.html', 'wordings.html', 'lifecycles.html', 'lifecycles/project.html', 'chain.html', 'coverage.html', 'changes.html', 'checks.html', 'sources.html', 'types.html'];
  for (const path of kinds) {
    await step(path, async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(url(path));
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        equal(`${path} accessible, ${colorScheme}`, '', (await accessibility(page)).slice(0, 10).join('\n'));
      }
      await page.setViewportSize({ width: 420, height: 800 });
      equal(`${path} overflow at 420 px`, 0, await overflow(page));
    });
  }

  await step('every page', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const file of files(folder, '.html')) {
      const before = trouble.length;
      await page.goto(pathToFileURL(file).href);
      equal(relative(folder, file), '', trouble.slice(before).join('\n'));
    }
  });
  await context.close();
  equal('quiet', '', trouble.slice(0, 10).join('\n'));
}

/** A field whose Chinese title nothing else bears. */
function uniqueField(spec) {
  const found = new Map();
  for (const file of files(join(spec, 'business/schemas'), '.schema.json')) {
    const { title, properties = {} } = json(file);
    for (const schema of [{ title }, ...Object.values(properties)]) {
      found.set(schema.title, found.has(schema.title) ? null : { title: schema.title, type: basename(file, '.schema.json') });
    }
  }
  // Long titles are no part of others.
  return [...found.values()].filter(Boolean).filter(f => f.type === 'TenderNotice' || f.type === 'QualificationRequirements')
    .sort((a, b) => b.title.length - a.title.length)[0];
}
