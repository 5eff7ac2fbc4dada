import { describe, expect, it, beforeAll, afterAll } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { impatient, MORE_PLANTS, PLANTS } from './dependency-plants.js';
import { writeSmallTree, type Files } from './small-tree.js';

const RULE_FILE = '.dependency-cruiser.cjs';
const ENTRY_POINTS = ['src/main.ts', 'src/cli.ts'];

interface Violation {
  rule: string;
  from: string;
  to: string;
}

const names = (
  createRequire(join(process.cwd(), 'package.json'))(`./${RULE_FILE}`) as { forbidden: { name: string }[] }
).forbidden.map((rule) => rule.name);
const orderRules = names.filter((name) => /^[a-z]+-looks-up$/.test(name) && !/^(platform|app)-/.test(name));
const line = [...orderRules.map((name) => name.replace('-looks-up', '')), 'dashboard'];

/** Every planted violation: the only rule that may report it, and the tree's extra lines. */
const cases: [rule: string, plant: Files][] = [
  ...Object.entries(PLANTS),
  ...MORE_PLANTS,
  ...line
    .slice(0, -1)
    .map((feature, place): [string, Files] => [`${feature}-looks-up`, impatient(feature, line[place + 1]!)]),
  ['organization-looks-up', impatient('organization', 'dashboard')],
];

describe('rules of imports', () => {
  let root: string;
  let found: Violation[][];
  let clean: Violation[];

  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'architecture-')));
    const trees = [...cases.keys()].map((place) => join(root, String(place)));
    await Promise.all(cases.map(([, plant], place) => writeSmallTree(trees[place]!, plant)));
    await writeSmallTree(join(root, 'clean'), {});
    const result = await cruise([join(root, 'clean'), ...trees]);
    clean = result[join(root, 'clean')]!;
    found = trees.map((tree) => result[tree]!);
  }, 120_000);

  afterAll(() => rm(root, { recursive: true, force: true }));

  it('are silent about a clean tree, so that a plant is what they report', () => {
    expect(clean).toEqual([]);
  });

  it.each(cases.map(([rule], place) => [rule, place] as const))('%s bites (plant %i)', (rule, place) => {
    expect([...new Set(found[place]!.map((violation) => violation.rule))]).toEqual([rule]);
  });

  it('all have a plant', () => {
    expect(names.filter((name) => !cases.some(([rule]) => rule === name))).toEqual([]);
  });

  it('keep the features in the order of the design', () => {
    expect(line.join(' ')).toBe(
      'organization identity calendar ledger evidence reporting decisions litigation enforcement demonstration ' +
        'outreach lawyers dispatch reminders meetings papers dashboard',
    );
  });

  it('have entry points to walk from; without them no file would ever be called dead', () => {
    expect(ENTRY_POINTS.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('hold in the product', async () => {
    const product = (await cruise([process.cwd()]))[process.cwd()]!;
    expect(product.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`)).toEqual([]);
  }, 120_000);
});

/** Each tree's violations, by its folder. */
async function cruise(trees: string[]): Promise<Record<string, Violation[]>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['test/architecture/cruise-trees.mjs', RULE_FILE, 'src', ...trees],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Record<string, Violation[]>;
}
