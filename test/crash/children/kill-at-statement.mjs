import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Preload: KILL_AT=n kills the process when it is about to send its n-th statement to SQLite. Without it the process says
 * at its end, on stderr, how many it sent.
 */
const killAt = Number(process.env.KILL_AT ?? 0);
// oxlint-disable-next-line typescript/unbound-method -- called with its own statement maker below
const prepare = Database.prototype.prepare;
let sent = 0;

Database.prototype.prepare = function (sql) {
  if (++sent === killAt) process.kill(process.pid, 'SIGKILL');
  return prepare.call(this, sql);
};
if (killAt === 0) process.on('exit', () => writeSync(2, `statements: ${sent}\n`));
