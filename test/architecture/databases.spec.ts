import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFindings, listedSuites, type Suite } from './databases-of-suites.js';

const BOTH = `describe.each(DATABASES)('x', (name) => startTestApp(name))`;
const ONE = `describe('x', () => startTestApp('sqlite'))`;

function suitesIn(folder: string): Suite[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => ({ path: join(folder, file), text: readFileSync(join(folder, file), 'utf8') }));
}

it('every suite runs on both databases or is listed with its reason', () => {
  const listed = listedSuites(readFileSync('CONTRIBUTING.md', 'utf8'));
  expect(listed.length).toBeGreaterThan(20);
  expect(databaseFindings([...suitesIn('test'), ...suitesIn('src')], listed)).toEqual([]);
});

it.each<[string, Suite[], string[], string[]]>([
  ['on both', [{ path: 'test/api/a.spec.ts', text: BOTH }], [], []],
  ['on one', [{ path: 'test/api/a.spec.ts', text: ONE }], [], ['test/api/a.spec.ts runs on one database only and has no line']],
  ['on both, and a part on one', [{ path: 'test/api/a.spec.ts', text: BOTH + ONE }], [], ['test/api/a.spec.ts runs on one database only and has no line']],
  ['on one, and listed', [{ path: 'test/api/a.spec.ts', text: ONE }], ['test/api/a.spec.ts'], []],
  ['on both, and listed', [{ path: 'test/api/a.spec.ts', text: BOTH }], ['test/api/a.spec.ts'], ['test/api/a.spec.ts runs on both and has a line']],
  ['on both, in a listed folder', [{ path: 'test/web/a.spec.ts', text: BOTH }], ['test/web/'], ['test/web/a.spec.ts runs on both and has a line']],
  ['gone, and listed', [], ['test/api/a.spec.ts'], ['test/api/a.spec.ts is about no suite']],
  ['beside the code without a database', [{ path: 'src/a.spec.ts', text: 'expect' }], [], []],
  ['beside the code with one', [{ path: 'src/a.spec.ts', text: ONE }], [], ['src/a.spec.ts runs on one database only and has no line']],
])('planted: a suite that is %s', (_, suites, listed, findings) => {
  expect(databaseFindings(suites, listed)).toEqual(findings);
}); // prettier-ignore

it('planted: a line without a reason is none', () => {
  const table = (reason: string) =>
    `## Which suite runs on which database\n\n| \`test/a.spec.ts\` | SQLite | ${reason} |\n\n## Next\n`;
  expect([listedSuites(table('files')), listedSuites(table(' '))]).toEqual([['test/a.spec.ts'], []]);
});
