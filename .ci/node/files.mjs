import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const json = path => JSON.parse(readFileSync(path, 'utf8'));

/** All files below a folder whose name ends so, in a fixed order; none if there is no such folder. */
export function files(folder, suffix) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path, suffix) : entry.name.endsWith(suffix) ? [path] : [];
    });
}

/** The steps of a JSON Pointer (RFC 6901). */
export const steps = pointer => pointer.split('/').slice(1).map(s => s.replaceAll('~1', '/').replaceAll('~0', '~'));

export const at = (document, pointer) => steps(pointer).reduce((value, step) => value?.[step], document);
