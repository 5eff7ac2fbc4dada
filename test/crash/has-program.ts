import { spawnSync } from 'node:child_process';

/** Null when a program of the machine can be started, else the sentence that says what is missing. */
export function hasProgram(name: string, version = '--version'): string | null {
  const { status } = spawnSync(name, [version], { stdio: 'ignore' });
  return status === 0 ? null : `${name} is not on this machine`;
}
