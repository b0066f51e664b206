import { basename, dirname, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { at, files, json } from './files.mjs';
import { codesOf } from './tables.mjs';
import { Dialect } from './dialect.mjs';
import { patched } from './patch.mjs';

// As `StrictSchemas` says: longer lists are not written out in a schema.
const ENUM_LIMIT = 300;

function ajv() {
  const made = new Ajv2020({ strict: true, allErrors: false, validateFormats: true });
  addFormats(made);
  return made;
}

const trouble = validate => validate.errors?.map(e => `${e.instancePath} ${e.message}`).join('\n');

/** The strict schemas with ajv: they compile in its strict mode, and judge documents and cases as the standard says. */
export function strictSchemas(tally, { spec, published }) {
  const schemas = new Map();
  const judge = ajv();
  for (const file of files(join(published, 'strict'), '.schema.json')) {
    const type = basename(file, '.schema.json');
    try {
      schemas.set(type, judge.compile(json(file)));
      tally.check(`ajv compiles ${type}`, true);
    } catch (e) {
      tally.check(`ajv compiles ${type}`, false, e.message);
    }
  }
  tally.check('there are strict schemas', schemas.size > 0);
  const cases = join(spec, 'cases');
  for (const folder of ['examples', 'minimal', 'maximal']) {
    for (const file of files(join(cases, folder), '.json')) {
      const document = json(file);
      const validate = schemas.get(document.header?.documentType);
      const name = `ajv accepts ${folder}/${basename(file)}`;
      if (tally.check(name, validate !== undefined, 'no schema for its type')) {
        tally.check(name, validate(document), trouble(validate));
      }
    }
  }
  for (const file of files(join(cases, 'testcases'), '.json')) {
    // How the bytes are written, a schema never gets to see.
    const list = json(file).cases.filter(({ base }) => !base.startsWith('syntax/'));
    runCases(tally, schemas, list, cases, spec, published);
  }
}

function runCases(tally, schemas, list, folder, spec, published) {
  const dialect = new Dialect(join(spec, 'business/schemas'));
  const bases = new Map();
  for (const { id, documentType, base, patch, expect } of list) {
    if (!bases.has(base)) bases.set(base, json(join(folder, base)));
    let document;
    try {
      document = patched(bases.get(base), patch);
    } catch (e) {
      tally.check(`case ${id}`, false, e.message);
      continue;
    }
    const wanted = expect.findings.every(finding => {
      switch (finding.layer) {
        case 'structure':
          return false;
        case 'codes':
          return !writtenOut(dialect.node(documentType, document, finding.pointer), at(document, finding.pointer), published);
        default:
          return true;
      }
    });
    const validate = schemas.get(documentType);
    const valid = validate(document);
    tally.check(`case ${id}`, valid === wanted, wanted ? `should be valid\n${trouble(validate)}` : 'should be invalid');
  }
}

/** Whether a schema can know that the code is wrong: the list is binding, short enough to stand in it, and never had the code. */
function writtenOut(node, code, published) {
  const bound = node['x-codeList'];
  if (bound?.binding !== 'required') return false;
  const codes = codesOf(published, bound.id);
  return codes.size <= ENUM_LIMIT && !codes.has(code);
}

/** The metaschema of the dialect, and the schemas of the crosswalks and of the JSON report, with ajv. */
export function technicalSchemas(tally, { spec, reports }) {
  const accepts = (schemaFile, documents) => {
    const validate = ajv().compile(json(join(spec, 'technical', schemaFile)));
    tally.check(`ajv compiles ${schemaFile}`, true);
    tally.check(`${schemaFile} has something to judge`, documents.length > 0);
    for (const file of documents) {
      tally.check(`${schemaFile} accepts ${basename(dirname(file))}/${basename(file)}`, validate(json(file)), trouble(validate));
    }
  };
  return Promise.all([
    tally.step('dialect.schema.json', () => accepts('dialect.schema.json', files(join(spec, 'business/schemas'), '.schema.json'))),
    tally.step('crosswalk.schema.json', () => accepts('crosswalk.schema.json', files(join(spec, 'crosswalks'), 'crosswalk.json'))),
    tally.step('report.schema.json', () => accepts('report.schema.json', reports)),
  ]);
}
