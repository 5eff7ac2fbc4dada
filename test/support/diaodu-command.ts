import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FROM_SOURCE = ['--no-warnings', '--import', '@swc-node/register/esm-register'];

/**
 * Words after `node` that start the command line, or another of its programs: the built program, as `npm test` has it built just before, or the sources
 * where they are newer or nothing was built. The sources are compiled at each start, which takes longer than most commands.
 */
export function diaoduCommand(program: 'cli' | 'main' | 'worker' = 'cli'): readonly string[] {
  const isBuilt = existsSync('dist/cli.js') && newest('src', '.ts') <= newest('dist', '.js');
  return isBuilt ? [`dist/${program}.js`] : [...FROM_SOURCE, `src/${program}.ts`];
}

/** When the newest file of a kind in a folder was written, ms UTC. */
function newest(folder: string, ending: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(
    ...files.filter((file) => file.endsWith(ending)).map((file) => statSync(join(folder, file)).mtimeMs),
  );
}
