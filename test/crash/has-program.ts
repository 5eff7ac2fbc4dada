import { spawnSync } from 'node:child_process';
import { debianPostgresBin } from '../support/debian-postgres.js';

/** Null when a program of the machine can be started, else the sentence that says what is missing. */
export function hasProgram(name: string, version = '--version'): string | null {
  const { status } = spawnSync(name, [version], { stdio: 'ignore' });
  return status === 0 ? null : `${name} is not on this machine`;
}

/** Null when Debian's PostgreSQL is on this machine, else the sentence that says it is not. */
export function hasDebianPostgres(): string | null {
  return debianPostgresBin() === null ? 'no PostgreSQL of Debian' : null;
}
