import { at, steps } from './files.mjs';

/**
 * JSON Patch (RFC 6902) as the cases use it: add, remove, replace, copy, and the cases' own member `repeat`, which does a copy n times
 * or writes a text n times in a row. Written anew here, so that a mistake in the other implementation shows.
 */
export function patched(document, operations = []) {
  let result = structuredClone(document);
  for (const { op, path, from, value, repeat = 1 } of operations) {
    const last = steps(path).at(-1);
    const parent = at(result, path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    if (last !== undefined && (parent === null || typeof parent !== 'object')) throw new Error(`nothing at ${path}`);
    const put = (what, insert) => {
      if (last === undefined) result = what;
      else if (!Array.isArray(parent)) parent[last] = what;
      else if (last === '-') parent.push(what);
      else parent.splice(Number(last), insert ? 0 : 1, what);
    };
    if (op === 'remove') {
      if (!(last in parent)) throw new Error(`nothing at ${path}`);
      if (Array.isArray(parent)) parent.splice(Number(last), 1);
      else delete parent[last];
    } else if (op === 'add' || op === 'replace') {
      put(structuredClone(repeat > 1 ? value.repeat(repeat) : value), op === 'add');
    } else if (op === 'copy') {
      for (let i = 0; i < repeat; i++) put(structuredClone(at(result, from)), true);
    } else {
      throw new Error(`operation ${op}`);
    }
  }
  return result;
}
