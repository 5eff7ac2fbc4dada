import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FROM_SOURCE = ['--no-warnings', '--import', '@swc-node/register/esm-register', 'src/cli.ts'];
const BUILT = ['dist/cli.js'];

/**
 * Words after `node` that start the command line: the built program, as `npm test` has it built just before, or the sources
 * where they are newer or nothing was built. The sources are compiled at each start, which takes longer than most commands.
 */
export function diaoduCommand(): readonly string[] {
  const isBuilt = existsSync('dist/cli.js') && newest('src', '.ts') <= newest('dist', '.js');
  return isBuilt ? BUILT : FROM_SOURCE;
}

/** When the newest file of a kind in a folder was written, ms UTC. */
function newest(folder: string, ending: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(
    ...files.filter((file) => file.endsWith(ending)).map((file) => statSync(join(folder, file)).mtimeMs),
  );
}
