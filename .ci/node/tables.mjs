import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { parse } from 'csv-parse/sync';
import { files, json } from './files.mjs';

const CROSSWALK_COLUMNS = 'code,zh,target,relation,note';
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

/** The tables of the crosswalks with csv-parse: each is one that its folder's crosswalk.json names, and leads to published codes. */
export function crosswalkTables(tally, { spec, published }) {
  const folder = join(spec, 'crosswalks');
  const descriptions = files(folder, 'crosswalk.json');
  const named = descriptions.flatMap(file => json(file).tables.map(table => ({ ...table, path: join(dirname(file), table.file) })));
  tally.check('there are crosswalks', named.length > 0);
  tally.equal('tables of the crosswalks', files(folder, '.csv').sort().join(' '), named.map(table => table.path).sort().join(' '));
  for (const { path, codeList } of named) {
    const name = relative(spec, path);
    try {
      const [header, ...entries] = rows(path);
      tally.equal(`${name} header`, CROSSWALK_COLUMNS, header.join());
      tally.check(`${name} entries`, entries.length > 0 && entries.every(row => row[0] && row[1]), 'none, or one without code or name');
      const lost = entries.flatMap(row => row[2].split(';').filter(Boolean)).filter(target => {
        const [code, list = codeList] = target.split('/').reverse();
        return !codesOf(published, list).has(code);
      });
      tally.equal(`${name} targets that do not exist`, '', lost.join(' '));
    } catch (e) {
      tally.check(`${name} is a table`, false, e.message);
    }
  }
}
