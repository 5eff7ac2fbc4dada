import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How the child process is started. */
export interface ChildCommand {
  file: string;
  /** Where it runs; it opens no files there. */
  directory: string;
  /** Flags for node, before the file. */
  flags: string[];
  /** The whole environment of the child: nothing of ours leaks into it. */
  environment: Record<string, string>;
  /** Memory the way of starting costs by itself, on top of the limit. */
  allowanceMegabytes: number;
}

/**
 * Gives the command of the built child; where only the TypeScript sources stand (specs), the same program
 * through the source loader, which costs memory of its own and is never part of an installation.
 */
export function childCommand(): ChildCommand {
  const built = fileURLToPath(new URL('./office-child.js', import.meta.url));
  if (existsSync(built))
    return { file: built, directory: dirname(built), flags: [], environment: {}, allowanceMegabytes: 0 };
  const root = new URL('../../../', import.meta.url);
  const loader = new URL('node_modules/@swc-node/register/esm/esm-register.mjs', root);
  return {
    file: fileURLToPath(new URL('./office-child.ts', import.meta.url)),
    directory: fileURLToPath(root),
    flags: ['--import', loader.href],
    environment: { SWC_NODE_PROJECT: fileURLToPath(new URL('tsconfig.json', root)) },
    allowanceMegabytes: 160,
  };
}
