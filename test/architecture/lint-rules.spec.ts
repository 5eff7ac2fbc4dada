import { describe, expect, it, beforeAll, afterAll } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LINT_PLANTS, PAGE_PLANTS, RING } from './lint-plants.js';

const CONFIG = '.oxlintrc.json';
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    module: 'nodenext',
    moduleResolution: 'nodenext',
    jsx: 'react-jsx',
    types: ['node'],
  },
};

/** `eslint/max-lines` in the settings is `eslint(max-lines)` in a report. */
function namedRules(): string[] {
  const text = readFileSync(CONFIG, 'utf8').replace(/^\s*\/\/.*$/gm, '');
  const { rules } = JSON.parse(text) as { rules: Record<string, unknown> };
  return Object.entries(rules)
    .filter(([, setting]) => setting !== 'off')
    .map(([name]) => name.replace(/^(\w+)\/(.+)$/, '$1($2)'));
}

describe('rules of the linter', () => {
  let folder: string;
  let reported: Set<string>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lint-'));
    copyFileSync(CONFIG, join(folder, CONFIG));
    for (const name of ['src', 'web']) mkdirSync(join(folder, name));
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    for (const [rule, text] of Object.entries(LINT_PLANTS)) writeFileSync(join(folder, fileOf(rule)), text);
    for (const [file, text] of Object.entries(RING)) writeFileSync(join(folder, 'src', file), text);
    for (const [rule, text] of Object.entries(PAGE_PLANTS)) writeFileSync(join(folder, pageOf(rule)), text);
    reported = lint(folder);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.keys(LINT_PLANTS))('%s bites', (rule) => {
    expect(reported).toContain(`${fileOf(rule)} ${rule}`);
  });

  it.each(Object.keys(PAGE_PLANTS))('%s bites in the page', (rule) => {
    expect(reported).toContain(`${pageOf(rule)} ${rule}`);
  });

  it('import(no-cycle) bites', () => {
    expect(reported).toContain('src/ring-one.ts import(no-cycle)');
  });

  it('all have a plant', () => {
    const planted = [...Object.keys(LINT_PLANTS), 'import(no-cycle)'];
    expect(namedRules().filter((rule) => !planted.includes(rule))).toEqual([]);
  });
});

const fileOf = (rule: string): string => `src/${rule.replace(/\W+/g, '-')}.ts`;

const pageOf = (rule: string): string => `web/${rule.replace(/\W+/g, '-')}.tsx`;

/** What the linter says about a folder, as `file rule`. */
function lint(folder: string): Set<string> {
  const oxlint = join(process.cwd(), 'node_modules/.bin/oxlint');
  const { stdout } = spawnSync(oxlint, ['--type-aware', '--format', 'json', 'src', 'web'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
  return new Set(diagnostics.map(({ filename, code }) => `${filename} ${code}`));
}
