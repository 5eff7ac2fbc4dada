import { hash as digest } from 'node:crypto';
import type { Day } from '../../../domain/calendar/day.js';
import type { Month } from '../../../domain/calendar/month.js';
import type { SnapshotRow } from '../../../domain/snapshot/snapshot-row.js';
import { snapshotHead, snapshotLine } from '../../../domain/snapshot/snapshot-text.js';
import {
  countIn,
  noTotals,
  sumTotals,
  type SnapshotTotals,
} from '../../../domain/snapshot/snapshot-totals.js';
import type { TaskCursor } from '../../ledger/ledger.reader.js';

/** How far a freeze has come: kept as the run's cursor, so a killed freeze goes on where its last commit was. */
export interface FreezeProgress {
  after: TaskCursor | null;
  /** Hash chain over the rows frozen so far (hex SHA-256); the last one is the snapshot's hash. */
  hash: string;
  totals: SnapshotTotals;
  flags: { raised: number; cleared: number };
  reminders: { created: number; existing: number };
}

/** The beginning: the chain starts from ledger, month and day. */
export function beginFreeze(ledgerCode: string, month: Month, asOf: Day): FreezeProgress {
  return {
    after: null,
    hash: sha256(snapshotHead(ledgerCode, month, asOf)),
    totals: noTotals(),
    flags: { raised: 0, cleared: 0 },
    reminders: { created: 0, existing: 0 },
  };
}

/** Reads a run's cursor; empty text is the beginning. */
export function readProgress(cursor: string, begin: () => FreezeProgress): FreezeProgress {
  return cursor === '' ? begin() : (JSON.parse(cursor) as FreezeProgress);
}

/**
 * Chains rows in reading order: each link is SHA-256 of the link before and the row's canonical JSON. A chain and not
 * one digest over all rows, because its state is one line of text that survives a killed process.
 */
export function chainRows(hash: string, rows: readonly SnapshotRow[]): string {
  return chainLines(hash, rows.map(snapshotLine));
}

/** Chains lines that stand for anything, in the order given; no lines leave the hash as it is. */
export function chainLines(hash: string, lines: readonly string[]): string {
  return lines.reduce((link, line) => sha256(`${link}\n${line}`), hash);
}

/** Both parts of a month together; the hash is the caller's to say. */
export function addProgress(one: FreezeProgress, other: FreezeProgress): FreezeProgress {
  return {
    after: other.after,
    hash: one.hash,
    totals: sumTotals(one.totals, other.totals),
    flags: {
      raised: one.flags.raised + other.flags.raised,
      cleared: one.flags.cleared + other.flags.cleared,
    },
    reminders: {
      created: one.reminders.created + other.reminders.created,
      existing: one.reminders.existing + other.reminders.existing,
    },
  };
}

/** Counts rows into a copy of the totals. */
export function addTotals(totals: SnapshotTotals, rows: readonly SnapshotRow[]): SnapshotTotals {
  const sum = structuredClone(totals);
  for (const row of rows) countIn(sum, row);
  return sum;
}

function sha256(text: string): string {
  return digest('sha256', text);
}
