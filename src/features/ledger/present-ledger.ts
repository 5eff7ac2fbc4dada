import type { LedgerFacts } from './ledger-facts.js';

/** A ledger as it goes out. */
export interface LedgerView extends LedgerFacts {
  /** How many tasks stand in each state; on a single ledger only. */
  tasks?: Record<string, number>;
}

/** Takes a ledger and, where asked for, its counts; gives what goes out. */
export function presentLedger(ledger: LedgerFacts, tasks?: Record<string, number>): LedgerView {
  const { id, code, year, kind, title, sourceDocument, sourceNumber, issuedOn, state } = ledger;
  const { ownerDepartmentId, version } = ledger;
  const view = { id, code, year, kind, title, sourceDocument, sourceNumber, issuedOn, state };
  return { ...view, ownerDepartmentId, version, ...(tasks ? { tasks } : {}) };
}
