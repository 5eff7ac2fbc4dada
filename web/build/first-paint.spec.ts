import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BUDGET_KB, FIRST_PAGES, firstPaintOf, overBudget, type Script } from './first-paint.js';

const KB = 1024;
const script = (modules: string[], imports: string[], kb: number): Script => ({
  modules,
  imports,
  gzipBytes: kb * KB,
});

const SCRIPTS = new Map([
  ['entry.js', script(['src/main.tsx'], ['react.js'], 10)],
  ['react.js', script(['react'], ['runtime.js'], 60)],
  ['runtime.js', script(['runtime'], [], 1)],
  ['page.js', script(['src/features/session/sign-in-page.tsx'], ['react.js', 'form.js'], 5)],
  ['form.js', script(['form'], [], 20)],
  ['texts.js', script(['src/features/session/texts/zh-CN.json'], [], 2)],
  ['late.js', script(['src/features/ledger/table.tsx'], ['form.js'], 500)],
]);

describe('script before the first page', () => {
  it('is the entry, the page, its texts and what they import, each once; what comes later does not count', () => {
    expect(firstPaintOf(SCRIPTS, 'entry.js', [['src/features/session/sign-in-page.tsx']])).toEqual([
      { page: 'src/features/session/sign-in-page.tsx', gzipKb: 98 },
    ]);
  });

  it('counts what is loaded around a page, and leaves out a page that is not built', () => {
    const pages = [
      ['src/features/ledger/table.tsx', 'src/features/session/sign-in-page.tsx'],
      ['src/nowhere.tsx'],
    ] as const;
    expect(firstPaintOf(SCRIPTS, 'entry.js', pages)).toEqual([
      { page: 'src/features/ledger/table.tsx', gzipKb: 596 },
    ]);
  });

  it('is over the budget above it, not at it', () => {
    const measured = [BUDGET_KB, BUDGET_KB + 0.1].map((gzipKb) => ({ page: 'x', gzipKb }));
    expect(overBudget(measured)).toEqual([{ page: 'x', gzipKb: BUDGET_KB + 0.1 }]);
  });
});

describe('the pages that are measured', () => {
  it('are those that are opened first: sign-in, and the page of the front address as soon as there is one', () => {
    const [signIn, front] = FIRST_PAGES.map(([page]) => page);
    expect(existsSync(join('web', signIn!))).toBe(true);
    const fronts = readdirSync('web/src/features').flatMap((feature) => {
      const routes = readFileSync(`web/src/features/${feature}/routes.tsx`, 'utf8');
      const file = /path: ''[^}]*import\('\.\/([\w-]+)\.js'\)/.exec(routes)?.[1];
      return file === undefined ? [] : [`src/features/${feature}/${file}.tsx`];
    });
    expect([[], [front]]).toContainEqual(fronts);
  });
});

describe('a build', () => {
  let root: string;

  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'first-paint-')));
    await mkdir(join(root, 'web/src/features/session'), { recursive: true });
    await cp('web/build', join(root, 'web/build'), { recursive: true });
    await cp('web/vite.config.ts', join(root, 'web/vite.config.ts'));
    await writeFile(join(root, 'package.json'), JSON.stringify({ type: 'module' }));
    await symlink(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
    await writeFile(join(root, 'web/index.html'), '<script type="module" src="/src/main.ts"></script>');
    await writeFile(join(root, 'web/src/main.ts'), `void import('./features/session/sign-in-page.js');`);
  });

  afterAll(() => rm(root, { recursive: true, force: true }));

  async function build(kilobytesOfNoise: number): Promise<{ code: number; text: string }> {
    const noise = randomBytes(kilobytesOfNoise * KB).toString('base64');
    await writeFile(join(root, 'web/src/features/session/sign-in-page.tsx'), `console.log('${noise}');`);
    const args = [
      'node_modules/vite/bin/vite.js',
      'build',
      'web',
      '--config',
      'web/vite.config.ts',
      '--logLevel',
      'error',
    ];
    const run = promisify(execFile)(process.execPath, args, { cwd: root });
    return run.then(({ stdout }) => ({ code: 0, text: stdout }), (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, text: error.stdout + error.stderr })); // prettier-ignore
  }

  it('tells the figure', async () => {
    expect(await build(1)).toEqual({
      code: 0,
      text: expect.stringMatching(/first paint: [\d.]+ KB gzip of script for src\/features\/session/),
    });
  }, 60_000);

  it('fails where the sign-in page needs too much', async () => {
    const { code, text } = await build(BUDGET_KB + 20);
    expect(code).not.toBe(0);
    expect(text).toContain(`first paint needs more than ${BUDGET_KB} KB of script`);
  }, 60_000);
});
