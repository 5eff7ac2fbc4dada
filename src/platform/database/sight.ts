import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What the second wall, the row-level security of PostgreSQL, lets a statement see. It is told to the connection beside
 * every statement whose sight differs from the last; SQLite has no such wall.
 */
export interface Sight {
  /** Path of the jurisdiction seen with what lies below it; `/` for the whole installation, empty for none. */
  jurisdiction: string;
  /** Department whose part alone is seen; empty for an office, which is confined to no department. */
  department: string;
}

/** Work that is done for everybody, whoever's deed has caused it, and therefore sees every row. */
export type Errand =
  /** Tables and their rows are brought up to date. */
  | 'MIGRATION'
  /** The schedule works a slot, or asks which are due. */
  | 'JOB'
  /** Events, mails and sweeps, after the commit that they tell of. */
  | 'EVENT'
  /** Who is this, and which posts does he hold: asked before there is an actor. */
  | 'SIGN_IN'
  /** The audit trail for whoever checks it elsewhere, with the rows it is held against; the auditor alone may ask. */
  | 'ARCHIVE'
  /** How the work of the installation stands: states and counts for the system administrator, and no business in them. */
  | 'OPERATION'
  /** A register that is held in memory for everybody, and narrowed for each asker afterwards. */
  | 'SHARED_MEMORY'
  /** A light, or whether others have been heard of: judged by everybody's rows, of which only the verdict is shown. */
  | 'VERDICT'
  /** Departments out of a file, held against the keeper's own node before: where they lie follows once all are there. */
  | 'TREE'
  /** Whether a number, a code or a file that is one of its kind in the installation is taken already, and the next one. */
  | 'NUMBERING';

/** Nobody's sight: no row of any jurisdiction. */
export const NOTHING_SEEN: Sight = { jurisdiction: '', department: '' };
/** Everybody's rows. */
export const EVERYTHING_SEEN: Sight = { jurisdiction: '/', department: '' };

const storage = new AsyncLocalStorage<() => Sight>();

/** Runs work whose statements see what `sight` says at the time of each. */
export function seeing<T>(sight: () => Sight, work: () => T): T {
  return storage.run(sight, work);
}

/** Runs an errand, whose statements see every row. The first wall, the scope in each question, stands as ever. */
export function seeingAll<T>(_errand: Errand, work: () => T): T {
  return storage.run(() => EVERYTHING_SEEN, work);
}

/** The sight of the running deed; null where nobody has said, and then nothing is seen. */
export function currentSight(): Sight | null {
  return storage.getStore()?.() ?? null;
}
