import { transformSync } from '@swc/core';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { ChildCommand } from '../../src/platform/office/office-child-command.js';

const ROOT = resolve(import.meta.dirname, '../..');
const ENTRY = join(ROOT, 'src/platform/office/office-child.ts');
const IMPORT = /(?:from |import\()'(\.{1,2}\/[^']+)\.js'/g;

/**
 * Compiles the child program and what it imports as the build does, into a folder of its own: the figures of the
 * corpus are those of an installation, not of the source loader, and never those of an old build.
 */
export function buildChild(): { command: ChildCommand; remove: () => void } {
  // Below node_modules, where the packages are found.
  mkdirSync(join(ROOT, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'node_modules/.cache/office-child-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const done = new Set<string>();
  const compile = (file: string) => {
    if (done.has(file)) return;
    done.add(file);
    const source = readFileSync(file, 'utf8');
    const target = join(folder, relative(join(ROOT, 'src'), file)).replace(/\.ts$/, '.js');
    mkdirSync(dirname(target), { recursive: true });
    const { code } = transformSync(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } });
    writeFileSync(target, code);
    for (const [, path] of source.matchAll(IMPORT)) compile(join(dirname(file), `${path}.ts`));
  };
  compile(ENTRY);
  const file = join(folder, 'platform/office/office-child.js');
  return {
    command: { file, directory: folder, flags: [], environment: {}, allowanceMegabytes: 0 },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
