import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Files } from './small-tree.js';
import { CLEAN_PAGE, WEB_EXTRAS, WEB_PLANTS } from './web-plants.js';

const RULE_FILE = '.dependency-cruiser.web.cjs';
type Violation = Record<'rule' | 'from' | 'to', string>;

const { forbidden } = createRequire(join(process.cwd(), 'package.json'))(`./${RULE_FILE}`) as {
  forbidden: { name: string }[];
};

describe('rules of imports of the page', () => {
  let root: string;
  let found: Record<string, Violation[]>;

  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'web-rules-')));
    await write('clean', {});
    await Promise.all(WEB_PLANTS.map(([, plant], place) => write(String(place), plant)));
    found = await cruise(['clean', ...WEB_PLANTS.keys()].map((tree) => join(root, String(tree))));
  }, 120_000);

  afterAll(() => rm(root, { recursive: true, force: true }));

  /** A plant's extra files are reached, so that they are not dead. */
  async function write(tree: string, plant: Files): Promise<void> {
    const usesTheme = Object.values(plant).some((text) => text.includes('theme.js'));
    const main = usesTheme
      ? {}
      : { 'web/src/main.tsx': `${CLEAN_PAGE['web/src/main.tsx']} import './app/theme.js';` };
    for (const [path, text] of Object.entries({ ...CLEAN_PAGE, ...WEB_EXTRAS, ...main, ...plant })) {
      await mkdir(dirname(join(root, tree, path)), { recursive: true });
      await writeFile(join(root, tree, path), text);
    }
  }

  it('are silent about a clean page, so that a plant is what they report', () => {
    expect(found[join(root, 'clean')]).toEqual([]);
  });

  it.each(WEB_PLANTS.map(([rule], place) => [rule, place] as const))('%s bites (plant %i)', (rule, place) => {
    expect([...new Set(found[join(root, String(place))]!.map((violation) => violation.rule))]).toEqual([
      rule,
    ]);
  });

  it('all have a plant', () => {
    expect(
      forbidden.map(({ name }) => name).filter((name) => !WEB_PLANTS.some(([rule]) => rule === name)),
    ).toEqual([]);
  });

  it('hold in the page', async () => {
    const page = (await cruise([process.cwd()]))[process.cwd()]!;
    expect(page.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`)).toEqual([]);
  }, 120_000);
});

/** Each tree's violations, by its folder. */
async function cruise(trees: string[]): Promise<Record<string, Violation[]>> {
  const args = ['test/architecture/cruise-trees.mjs', RULE_FILE, 'web/src', ...trees];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as Record<string, Violation[]>;
}
