import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { json } from './files.mjs';

export const HOSTILE = '</script><img src=x onerror="window.hacked=1"><svg onload="window.hacked=1">{{script}}';

/** Documents with faults, of the kinds a report has to show, and what the command says of them as HTML and as JSON. */
export function brokenDocuments({ root, spec, work }) {
  const folder = join(work, 'broken');
  mkdirSync(folder, { recursive: true });
  const example = type => json(join(spec, 'cases/examples', `${type}.json`));
  const award = example('awardNotice');
  award.header.issuedAt = HOSTILE;
  award[HOSTILE] = HOSTILE;
  const contract = example('contract');
  contract.noSuchMember = 1;
  delete contract.header.documentId;
  const organization = example('organization');
  organization.header.issuedAt = '2026-02-30T09:00:00+08:00';
  for (const [name, document] of Object.entries({ award, contract, organization, product: example('product') })) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(document, null, 2));
  }
  writeFileSync(join(folder, 'cut.json'), '{"header": {"documentType": "product"');
  // More than the table shows at once.
  const notice = example('tenderNotice');
  notice.header.issuedAt = 'yesterday';
  writeFileSync(join(folder, 'many.ndjson'), `${JSON.stringify(notice)}\n`.repeat(130));
  const report = format => {
    const file = join(work, `broken.${format}`);
    const run = spawnSync(join(root, 'tongcai'), ['validate', '--lang', 'zh', '--format', format, '-o', file, folder], { encoding: 'utf8' });
    if (run.status !== 1) throw new Error(`tongcai validate: exit ${run.status}, ${run.stderr}`);
    return file;
  };
  return { html: report('html'), json: report('json') };
}
