import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { files } from './files.mjs';

/** All pages with the Nu HTML checker: HTML, ARIA and the style sheets. */
export function markup(tally, { published, pages, here }) {
  const all = [...files(join(published, 'dictionary'), '.html'), ...pages];
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const checker = spawnSync(java, ['-Xss4m', '-jar', createRequire(import.meta.url)('vnu-jar'), '--format', 'json', '--also-check-css',
    '--exit-zero-always', '--filterfile', join(here, 'html.vnu'), ...all], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!tally.check('the HTML checker runs', checker.status === 0, checker.error ?? checker.stderr)) return;
  const complaints = new Map();
  for (const { url, lastLine, message } of JSON.parse(checker.stderr).messages) {
    const file = decodeURIComponent(url ?? '').replace(/^file:(\/\/)?/, '');
    complaints.set(file, [...(complaints.get(file) ?? []), `line ${lastLine}: ${message}`]);
  }
  for (const file of all) {
    tally.check(file, !complaints.has(file), complaints.get(file)?.join('\n'));
    complaints.delete(file);
  }
  // Complaints about something else, such as a style sheet, count as well.
  for (const [file, messages] of complaints) tally.check(file, false, messages.join('\n'));
}
