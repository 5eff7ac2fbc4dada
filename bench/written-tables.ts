/** Tables a freeze writes, parents first. */
export const WRITTEN_TABLES = [
  'schedule_run', 'dispatch_round', 'task_snapshot', 'overdue_flag', 'reminder', 'reminder_counter', 'outbox', 'audit_event',
]; // prettier-ignore

/** Tables that taking in a ledger writes, parents first. */
export const IMPORTED_TABLES = [
  'ledger_import', 'indicator', 'task', 'assignment', 'milestone', 'audit_event',
]; // prettier-ignore

/** What a floor's child answers. */
export interface Floor {
  seconds: number;
  cpu: number;
  rows: number;
}
