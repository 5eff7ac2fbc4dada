import { createHmac } from 'node:crypto';
import type { AuditAnchor } from '../audit/verify-audit.js';

/** A file that belongs to a backup, by its path in the backup's folder. */
export interface Part {
  path: string;
  sha256: string;
  bytes: number;
}

/** Where the key that seals the audit chain was when the backup was made. */
export type KeyPlace = 'BACKUP' | 'LEFT_OUT' | 'SETTING';

/** What a backup says of itself; everything it holds is named here with its hash. */
export interface Manifest {
  format: 1;
  name: string;
  /** When the copy of the database was begun, milliseconds UTC. */
  at: number;
  productVersion: string;
  migrations: string[];
  /** Rows of each table. */
  tables: Record<string, number>;
  /** End of the audit chain in the copy. */
  anchor: AuditAnchor;
  key: { place: KeyPlace; fingerprint: string };
  parts: Part[];
  /** Stored files the backup needs; which they are stands in the part files.json. */
  files: { count: number; bytes: number };
  /** Stored files that were damaged already when the backup was made, by hash. */
  damagedAtSource: string[];
}

export const DATABASE_PART = 'diaodu.sqlite';
/** The database of the edition on PostgreSQL: an archive of pg_dump. */
export const DUMP_PART = 'diaodu.dump';
export const FILES_PART = 'files.json';
export const ANCHOR_PART = 'anchor.json';
export const KEY_PART = 'audit.key';
export const CONFIG_FOLDER = 'config';

/** Tells two keys apart without telling the key. */
export function keyFingerprint(key: Buffer): string {
  return createHmac('sha256', key).update('diaodu backup').digest('hex').slice(0, 16);
}

/** The part that holds the database. */
export function databasePartOf({ parts }: Manifest): string {
  return parts.some(({ path }) => path === DUMP_PART) ? DUMP_PART : DATABASE_PART;
}

/** The manifest of a JSON text, or null when it is none. Its hash has been checked before; this checks its shape. */
export function manifestOf(text: string): Manifest | null {
  const value = jsonOf(text) as Partial<Manifest> | null;
  const fits =
    value?.format === 1 &&
    typeof value.name === 'string' &&
    Array.isArray(value.parts) &&
    value.parts.every(({ path }) => isInside(path)) &&
    Array.isArray(value.migrations) &&
    typeof value.anchor?.seq === 'number';
  return fits ? (value as Manifest) : null;
}

/** A part's path may not lead out of the backup's folder. */
function isInside(path: unknown): boolean {
  return typeof path === 'string' && path !== '' && !path.startsWith('/') && !path.split('/').includes('..');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
