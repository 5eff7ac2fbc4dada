import type { CourtCase } from './office-court.js';
import type { components } from '../../web/src/api/schema.js';

import type { PreparedCatalogue, PreparedDecision } from './office-decisions.js';

type Schemas = components['schemas'];
export type Task = Schemas['TaskResponse'];
export type Report = Schemas['ReportSheetResponse'];
export type CloseOut = Schemas['CloseOutResponse'];
export type Evidence = Schemas['EvidenceSheetResponse'];
export type Digest = Schemas['DigestTextResponse'];
export type Round = Schemas['RoundResponse'];
export type Import = Schemas['ImportResponse'];

/** The tasks each leading department has, one for every standing a deed looks for. */
export const TASK_KINDS = [
  'signed',
  'issued',
  'objected',
  'suspended',
  'closing',
  'verified',
  'extending',
  'overdue',
  'soon',
  'recurring',
  'openEnded',
  'drafted',
  'fresh',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** The monthly reports of a department, by state. */
export type ReportKind = 'draft' | 'submitted' | 'accepted';

/** What belongs to one department: the things requests are about. */
export interface Holdings {
  /** Code of the department. */
  code: string;
  /** Those it leads; a supporting department has none of its own. */
  tasks: Record<TaskKind, Task>;
  closeOuts: Record<'closing' | 'verified', CloseOut>;
  reports: Record<ReportKind, Report>;
  evidence: Evidence;
  court: CourtCase;
  decision: PreparedDecision;
  reminders: Record<'issued' | 'proposed', string>;
  digest: Digest;
}

/** The prepared office: two leading departments, one that supports the first, and what belongs to the office itself. */
export interface PreparedOffice {
  /** Leads its tasks; the principals LIAISON and HEAD are of it. */
  lead: Holdings;
  /** Supports every task of the first, which are given as its own here; the principal SUPPORT is of it. It was never reminded. */
  support: Omit<Holdings, 'reminders' | 'digest'>;
  /** Has nothing to do with either. */
  other: Holdings;
  catalogue: PreparedCatalogue;
  ledgerId: string;
  ledgerVersion: number;
  /** A ledger whose tasks are all over. */
  closable: { id: string; version: number };
  rounds: Record<'frozen' | 'met', Round>;
  bulletinId: string;
  /** An import that is still a preview. */
  preview: Import;
  /** A group whose members are listed by name. */
  groupCode: string;
  /** Another name of the first leading department. */
  aliasId: string;
  /** The robot of the first leading department's group chat. */
  robotId: string;
  /** Versions of the first leading department and of the group. */
  versions: { department: number; group: number };
  /** Accounts: of a head at work, of somebody who left, of somebody without a post; and the first one's grant. */
  accounts: Record<'working' | 'disabled' | 'reserve', { id: string; version: number }>;
  grantId: string;
  /** A task of the other department as if handed down to it, not yet accepted. */
  breakdown: { id: string; version: number };
  /** A view that somebody of the other department keeps. */
  savedViewId: string;
  /** Name of a backup; on PostgreSQL there is none. */
  backup: string;
}

/** An id nothing has. */
export const MISSING = '00000000-0000-7000-8000-000000000000';

/** The same things with ids nothing has. */
export function missing<T>(things: T): T {
  return JSON.parse(JSON.stringify(things, (key, value) => (isId(key, value) ? MISSING : value))) as T;
}

function isId(key: string, value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) && key !== 'snapshotSha256';
}
