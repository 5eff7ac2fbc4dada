import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { persistence } from '../../src/app/persistence.js';
import { backupOrder } from '../../src/platform/backup/backup-settings.js';
import { makeBackup, type BackupMade } from '../../src/platform/backup/make-backup.js';
import { restoreBackup, type RestoreOrder, type Restored } from '../../src/platform/backup/restore-backup.js';
import { OfficeClock } from '../../src/platform/clock/office-clock.js';
import type { Settings } from '../../src/platform/config/settings.js';

const clock = new OfficeClock('Asia/Shanghai');

/** A folder of a story's own, and how to take it away. */
export function scratch(): { path: (name: string) => string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'diaodu-backup-'));
  return { path: (name) => join(root, name), remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Makes a backup of the data of these settings, as the command does. */
export function backUp(settings: Settings, shelf: string, withKey?: boolean): Promise<BackupMade> {
  return makeBackup(backupOrder(settings, shelf, clock.now(), withKey));
}

/** Restores as the command does. */
export function bringBack(
  settings: Settings,
  order: Pick<RestoreOrder, 'from' | 'to'> & Partial<RestoreOrder>,
): Promise<Restored> {
  return restoreBackup({ settings, persistence, clock, ...order });
}

/** Hash of all rows of every table of a database file. */
export function tableHashes(file: string): Record<string, string> {
  const db = new Sqlite(file, { readonly: true });
  try {
    const tables = db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`)
      .pluck()
      .all() as string[];
    return Object.fromEntries(tables.map((table) => [table, hashOf(db, table)]));
  } finally {
    db.close();
  }
}

function hashOf(db: Sqlite.Database, table: string): string {
  const rows = db.prepare(`SELECT * FROM "${table}"`).all().map((row) => JSON.stringify(row)); // prettier-ignore
  return createHash('sha256').update(rows.toSorted().join('\n')).digest('hex');
}

/** Paths of all files of a folder, in order; none where there is no folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** The two values a story writes together, as a copy of the database holds them. */
export function readPair(file: string): (string | undefined)[] {
  const db = new Sqlite(file, { readonly: true });
  try {
    const value = db.prepare('SELECT value FROM office_setting WHERE name = ?').pluck();
    return ['pair-a', 'pair-b'].map((name) => value.get(name) as string | undefined);
  } finally {
    db.close();
  }
}
