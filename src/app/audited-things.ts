import type { AuditedThing, Belonging } from '../platform/audit-archive/audited-things.js';

const COMPLETE = { isComplete: true } as const;
const PARTLY = { isComplete: false } as const;

/** Issuing and closing a ledger are events of the ledger: they move all its tasks, and issuing seals them. */
const BY_LEDGER: Belonging = {
  kind: 'ledger',
  by: 'ledgerId',
  field: 'state',
  moves: [
    { operation: 'ledger.issue', from: [null, 'REGISTERED'], to: 'ASSIGNED' },
    { operation: 'ledger.close', from: ['CLOSED'], to: 'ARCHIVED' },
  ],
  untold: ['DRAFT', 'REGISTERED'],
  sealed: {
    fields: ['number', 'originalDueOn', 'dueOn', 'deadlineVersion'],
    unless: ['DRAFT', 'REGISTERED', 'VOID'],
  },
};

/**
 * What the offline verifier holds against the audit trail: for each kind the fields whose every change is recorded with
 * its new value, so that a row that says otherwise was changed past the program. Fields that follow from another thing's
 * event (an assignment's state from its task's) are left out.
 */
export const auditedThings: readonly AuditedThing[] = [
  { kind: 'ledger', table: 'ledger', fields: ['code', 'year', 'kind', 'title', 'sourceNumber', 'issuedOn', 'state'], ...COMPLETE },
  { kind: 'task', table: 'task', fields: ['ledgerId', 'number', 'originalDueOn', 'state', 'dueOn', 'deadlineVersion', 'closedOn', 'closeRequestedOn'], unset: ['closedOn', 'closeRequestedOn'], belongsTo: BY_LEDGER, ...PARTLY },
  { kind: 'milestone', table: 'milestone', fields: ['doneOn', 'proof'], ...PARTLY },
  { kind: 'extension-request', table: 'extension_request', fields: ['askedDueOn', 'state', 'decidedDueOn', 'decidedBy', 'decidedOn'], ...COMPLETE },
  { kind: 'close_out_request', table: 'close_out_request', fields: ['state', 'verifiedBy', 'decidedBy', 'decidedOn'], ...COMPLETE },
  { kind: 'progress_report', table: 'progress_report', fields: ['claimedProgress', 'verifiedProgress', 'text', 'state', 'submittedOn', 'isLate'], ...PARTLY },
  { kind: 'evidence', table: 'evidence', fields: ['name', 'sha256', 'bytes', 'taskId'], ...COMPLETE },
  { kind: 'dispatch_round', table: 'dispatch_round', fields: ['month', 'snapshotSha256', 'state'], ...COMPLETE },
  { kind: 'bulletin', table: 'bulletin', fields: ['number'], ...PARTLY },
  { kind: 'major_decision', table: 'major_decision', fields: ['year', 'number', 'category', 'createdBy'], ...COMPLETE },
]; // prettier-ignore
