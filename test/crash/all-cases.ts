import type { CrashCase } from './case.js';
import { blockedLoop } from './cases/blocked-loop.js';
import { clock } from './cases/clock.js';
import { compound } from './cases/compound.js';
import { diskFull } from './cases/disk-full.js';
import { downtime } from './cases/downtime.js';
import { dueDay } from './cases/due-day.js';
import { failpoints } from './cases/failpoints.js';
import { ioErrors } from './cases/io-errors.js';
import { kill } from './cases/kill.js';
import { bellIsTruth, claimedTwice, frozenUnopened } from './cases/planted-scaled.js';
import { fileNotSynced, folderNotSynced, normalSync } from './cases/planted-disk.js';
import { auditLater, cursorLater, noCatchUp, reminderLater } from './cases/planted-units.js';
import { fenceTaken, keyTaken, queueTaken } from './cases/planted-walls.js';
import { powerCut } from './cases/power-cut.js';
import { commitNotSynced, powerCutOfPostgres } from './cases/power-cut-postgres.js';
import { replicas } from './cases/replicas.js';
import { allKilled, failover, networkCut, postgresLost, redisLost } from './cases/scaled-out.js';
import { restore } from './cases/restore.js';
import { lostAnswers, repeatedBlindly } from './cases/lost-answers.js';
import { locked } from './cases/locked.js';
import { sharing } from './cases/sharing.js';
import { stops } from './cases/stops.js';
import { migrationInPieces, upgrade } from './cases/upgrade.js';
import { uploads } from './cases/uploads.js';

/** The crash matrix and the planted bugs; the longest first, so that no core waits for one at the end. */
export const allCases: readonly CrashCase[] = [
  redisLost,
  networkCut,
  postgresLost,
  failover,
  allKilled,
  claimedTwice,
  bellIsTruth,
  frozenUnopened,
  lostAnswers,
  repeatedBlindly,
  kill,
  downtime,
  failpoints,
  clock,
  stops,
  ioErrors,
  compound,
  diskFull,
  locked,
  blockedLoop,
  powerCut,
  powerCutOfPostgres,
  commitNotSynced,
  dueDay,
  replicas,
  uploads,
  sharing,
  restore,
  upgrade,
  keyTaken,
  fenceTaken,
  queueTaken,
  normalSync,
  fileNotSynced,
  folderNotSynced,
  reminderLater,
  cursorLater,
  auditLater,
  noCatchUp,
  migrationInPieces,
];
