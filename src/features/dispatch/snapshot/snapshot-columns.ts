import type { SnapshotRow } from '../../../domain/snapshot/snapshot-row.js';
import type { Value } from '../../../platform/database/bulk-insert.js';
import { snake } from '../../../platform/database/snake-naming.js';

/** A row with the task it is of; the id never leaves the database. */
export type KeyedRow = SnapshotRow & { taskId: string };

/** Fields in the order of the insert. */
const FIELDS: readonly (keyof KeyedRow)[] = [
  'taskId', 'departmentCode', 'sortKey', 'number', 'title', 'indicator', 'departmentName', 'role', 'light', 'rule',
  'explanation', 'startsOn', 'originalDueOn', 'dueOn', 'deadlineVersion', 'overdueDays', 'timeProgress',
  'verifiedProgress', 'claimedProgress', 'pace', 'count', 'targetCount', 'targetUnit', 'reportState', 'reportIsLate',
  'reportText', 'problems', 'nextStep', 'redMonths', 'extensions', 'evidence', 'beforeMeeting',
]; // prettier-ignore

/** Columns of `task_snapshot`, beginning with the round. */
export const SNAPSHOT_COLUMNS = ['round_id', ...FIELDS.map((field) => snake(field))];

/** The same columns named as fields, for questions. */
export const SNAPSHOT_SELECT = FIELDS.map((field) => `s.${snake(field)} AS "${field}"`).join(', ');

/** Values of a row in column order. */
export function snapshotValues(roundId: string, row: KeyedRow): Value[] {
  return [roundId, ...FIELDS.map((field) => row[field])];
}
