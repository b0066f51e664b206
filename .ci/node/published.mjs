// Checks what is published with tools that nobody here wrote. Argument: the checkout, built. Started by ../published-test.
import { mkdtempSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brokenDocuments } from './broken.mjs';
import { withBrowser } from './browser.mjs';
import { dictionaryPages } from './dictionary-pages.mjs';
import { markup } from './markup.mjs';
import { openapi } from './openapi.mjs';
import { reportPage } from './report-page.mjs';
import { strictSchemas, technicalSchemas } from './schemas.mjs';
import { crosswalkTables, tables } from './tables.mjs';
import { Tally } from './tally.mjs';

const root = process.argv[2];
const work = mkdtempSync(join(tmpdir(), 'tongcai-published-'));
const places = {
  root,
  work,
  here: dirname(fileURLToPath(import.meta.url)),
  spec: join(root, 'spec'),
  published: join(root, 'sdk-schemas/target/spec'),
};
const tally = new Tally();

function tongcai(...words) {
  const run = spawnSync(join(root, 'tongcai'), words, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`tongcai ${words.join(' ')}: exit ${run.status}\n${run.stderr}`);
}

try {
  const examples = join(work, 'examples.json');
  const demo = join(work, 'demo');
  tongcai('validate', '--format', 'json', '-o', examples, join(places.spec, 'cases/examples'));
  tongcai('demo', '-o', demo);
  const broken = brokenDocuments(places);
  const reports = [examples, join(demo, 'report.json'), broken.json];

  await tally.section('Strict schemas (ajv)', () => strictSchemas(tally, places));
  await tally.section('Metaschema and report schema (ajv)', () => technicalSchemas(tally, { ...places, reports }));
  await tally.section('Code lists (csv-parse)', () => tables(tally, places));
  await tally.section('Crosswalks (csv-parse)', () => crosswalkTables(tally, places));
  await tally.section('Online binding (Redocly)', () => openapi(tally, places));
  await tally.section('Pages (Nu HTML checker)', () => markup(tally, { ...places, pages: [join(demo, 'report.html'), broken.html] }));
  await withBrowser(tally, async browser => {
    await tally.section('Report (Chromium)', () => reportPage(tally, browser, broken));
    await tally.section('Dictionary (Chromium)', () => dictionaryPages(tally, browser, places));
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
