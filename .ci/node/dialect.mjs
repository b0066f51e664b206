import { basename } from 'node:path';
import { at, files, json, steps } from './files.mjs';

/** Reads the schemas as they are written in `spec/`, to tell what a value in a document is bound to. */
export class Dialect {
  #types = new Map();
  #documents = new Map();

  constructor(folder) {
    for (const file of files(folder, '.schema.json')) {
      const type = json(file);
      this.#types.set(basename(file), type);
      if (type['x-documentType']) this.#documents.set(type['x-documentType'].name, type);
    }
  }

  /** The schema of the property or item that the pointer leads to. */
  node(documentType, document, pointer) {
    let schema = this.#documents.get(documentType);
    let path = '';
    for (const step of steps(pointer)) {
      schema = this.#type(schema, at(document, path));
      schema = schema.type === 'array' ? schema.items : schema.properties[step];
      path += '/' + step;
    }
    return schema;
  }

  #type(schema, value) {
    if (schema.$ref) return this.#type(this.#types.get(basename(schema.$ref)), value);
    if (!schema.oneOf) return schema;
    const key = schema['x-discriminator'];
    const branches = schema.oneOf.map(branch => this.#type(branch, value));
    return branches.find(branch => branch.properties[key].const === value[key]);
  }
}
