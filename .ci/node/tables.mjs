import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { files } from './files.mjs';

const COLUMNS = 'code,zh,en,parent,validFrom,validTo,replacedBy,source,note';
// Strict: csv-parse refuses stray quotes and rows of another width by itself.
const rows = file => parse(readFileSync(file), { columns: false, relax_column_count: false, record_delimiter: '\n' });
const known = new Map();

/** All codes that a published list ever had. */
export function codesOf(published, id) {
  if (!known.has(id)) {
    known.set(id, new Set(rows(join(published, 'codelists', `${id}.csv`)).slice(1).map(row => row[0])));
  }
  return known.get(id);
}

/** The code lists with csv-parse. */
export function tables(tally, { spec, published }) {
  const names = folder => files(folder, '.csv').map(file => basename(file)).join(' ');
  const folder = join(published, 'codelists');
  tally.check('there are code lists', names(folder) !== '');
  tally.equal('all code lists are published', names(join(spec, 'business/codelists')), names(folder));
  for (const file of files(folder, '.csv')) {
    try {
      const [header, ...entries] = rows(file);
      tally.equal(`${basename(file)} header`, COLUMNS, header.join());
      tally.check(`${basename(file)} entries`, entries.length > 0 && entries.every(row => row[0] && row[1]), 'none, or one without code or name');
    } catch (e) {
      tally.check(`${basename(file)} is a table`, false, e.message);
    }
  }
}
