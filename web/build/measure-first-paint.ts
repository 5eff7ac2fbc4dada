import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { BUDGET_KB, FIRST_PAGES, firstPaintOf, overBudget, type Script } from './first-paint.js';

/** Prints how much script the first pages need, and fails the build above the budget. */
export function measureFirstPaint(): Plugin {
  let root = '';
  return {
    name: 'measure-first-paint',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_, bundle) {
      const scripts = new Map<string, Script>();
      let entry = '';
      for (const [file, output] of Object.entries(bundle)) {
        if (output.type !== 'chunk') continue;
        if (output.isEntry) entry = file;
        scripts.set(file, {
          modules: output.moduleIds.map((id) => relative(root, id)),
          imports: output.imports,
          gzipBytes: gzipSync(output.code, { level: 9 }).length,
        });
      }
      const measured = firstPaintOf(scripts, entry, FIRST_PAGES);
      const lines = measured.map(
        ({ page, gzipKb }) => `first paint: ${gzipKb} KB gzip of script for ${page}`,
      );
      process.stdout.write(`${lines.join('\n')} (at most ${BUDGET_KB} KB)\n`);
      if (overBudget(measured).length > 0)
        this.error(`first paint needs more than ${BUDGET_KB} KB of script`);
    },
  };
}
