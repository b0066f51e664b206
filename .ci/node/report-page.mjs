import { pathToFileURL } from 'node:url';
import { HOSTILE } from './broken.mjs';
import { accessibility, overflow, quietPage } from './browser.mjs';
import { json } from './files.mjs';

// As the page's script has it: so many rows, then a button for more.
const ROWS = 100;
// As the page itself has it, for those without script.
const PLAIN_ROWS = 50;

/** The HTML report as a reader uses it, held against the JSON report of the same documents. */
export async function reportPage(tally, browser, { html, json: data }) {
  const report = json(data);
  const findings = report.documents.flatMap(document => document.findings ?? []);
  const url = pathToFileURL(html).href;
  const { context, page, trouble } = await quietPage(browser);
  const rows = page.locator('#rows > tr');
  const status = page.locator('#status');
  const listed = async () => Number((await status.innerText()).replaceAll(',', '').match(/(\d+) 条(符合筛选)?$/)[1]);
  // The page waits for the end of typing; then it makes new rows.
  const search = async text => {
    await page.evaluate(() => { document.querySelector('#rows').firstElementChild.dataset.old = ''; });
    await page.fill('#q', text);
    await page.waitForFunction(() => !document.querySelector('#rows [data-old]'));
  };
  const unfold = async (row = rows) => {
    for (const details of await row.locator('details').all()) {
      await details.locator('summary').click();
      await details.locator('dl').waitFor();
    }
  };
  const step = (name, action) => tally.step(`report: ${name}`, action);
  const equal = (name, expected, actual) => tally.equal(`report: ${name}`, expected, actual);
  await page.goto(url);

  await step('figures', async () => {
    const { findings: severities, layers, ...verdicts } = report.summary;
    for (const [kind, expected] of Object.entries({ ...verdicts, ...severities })) {
      const text = await page.evaluate(k => document.querySelector(`.tile.${k} dd`).firstChild.textContent, kind);
      equal(kind, expected, Number(text.replaceAll(',', '')));
    }
    for (const [layer, expected] of Object.entries(layers)) {
      equal(`layer ${layer}`, expected, findings.filter(finding => finding.layer === layer).length);
    }
    equal('listed findings', findings.length, await listed());
    equal('rows at first', Math.min(ROWS, findings.length), await rows.count());
    await page.click('#more');
    equal('rows after asking for more', Math.min(2 * ROWS, findings.length), await rows.count());
  });

  await step('bars', async () => {
    for (const [filter, key] of [['layer', f => f.layer], ['rule', f => f.ruleId]]) {
      const bar = page.locator(`.card.${filter} .bars button`).last();
      const wanted = await bar.getAttribute('data-key');
      const expected = findings.filter(f => key(f) === wanted).length;
      equal(`${filter} ${wanted}: the bar's count`, expected, Number((await bar.locator('.count').innerText()).replaceAll(',', '')));
      await bar.click();
      equal(`${filter} ${wanted}: findings`, expected, await listed());
      equal(`${filter} ${wanted}: pressed`, 'true', await bar.getAttribute('aria-pressed'));
      equal(`${filter} ${wanted}: list of choices`, wanted, await page.inputValue(`[data-select=${filter}]`));
      await page.click('#chips button');
      equal(`${filter} ${wanted}: chip takes it back`, findings.length, await listed());
      equal(`${filter} ${wanted}: no longer pressed`, 'false', await bar.getAttribute('aria-pressed'));
    }
  });

  await step('search', async () => {
    await search('noSuchMember');
    equal('search finds one', 1, await listed());
    tally.check('report: search finds', (await rows.innerText()).includes('noSuchMember'));
    await search('nothing has this text');
    equal('search without result', 0, await listed());
  });

  await step('details', async () => {
    const { pointer, citation } = findings.find(f => f.citation && f.pointer);
    await search(pointer);
    await unfold(rows.first());
    const details = await rows.first().locator('details').innerText();
    tally.check('report: a row shows its pointer', details.includes(pointer), details);
    tally.check('report: a row shows its citation', details.includes(citation.document), details);
  });

  await step('hostile text', async () => {
    await search('<svg onload');
    await unfold();
    tally.check('report: hostile text is text', (await page.locator('#rows').innerText()).includes(HOSTILE));
    equal('elements out of text', 0, await page.locator('main img, main [onload], main [onerror], #rows script').count());
    equal('scripts out of text', undefined, await page.evaluate(() => window.hacked));
    await search('');
  });

  await step('language', async () => {
    const visible = () => page.locator('h1').innerText();
    const chinese = await visible();
    await page.click('#language');
    equal('language', 'en', await page.getAttribute('html', 'lang'));
    tally.check('report: no Chinese left in the head line', !/[一-龥]/.test(await visible()), await visible());
    await page.click('#language');
    equal('back to Chinese', chinese, await visible());
  });

  await step('a row unfolded', () => unfold(rows.first()));
  for (const colorScheme of ['light', 'dark']) {
    await step(`accessible, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      equal(`accessible, ${colorScheme}`, '', (await accessibility(page)).slice(0, 10).join('\n'));
    });
  }
  await step('narrow window', async () => {
    await page.setViewportSize({ width: 420, height: 800 });
    equal('overflow at 420 px', 0, await overflow(page));
    await search('<svg onload');
    await unfold();
    equal('overflow at 420 px with rows unfolded', 0, await overflow(page));
  });
  await context.close();
  equal('quiet', '', trouble.join('\n'));

  await step('without script', async () => {
    const plain = await quietPage(browser, { javaScriptEnabled: false });
    await plain.page.goto(url);
    equal('without script: rows', Math.min(PLAIN_ROWS, findings.length), await plain.page.locator('#rows > tr').count());
    tally.check('report: without script: no dead controls', !(await plain.page.isVisible('#filters')) && !(await plain.page.isVisible('#language')));
    await plain.context.close();
  });
}
