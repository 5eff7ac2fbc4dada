import { join } from 'node:path';
import { DomainError } from '../../domain/refusal.js';
import { AuditTrail } from '../audit/audit-trail.js';
import type { Clock } from '../clock/clock.js';
import { stopwatch } from '../clock/elapsed.js';
import type { Settings } from '../config/settings.js';
import type { Persistence } from '../database/data-source-options.js';
import type { Database } from '../database/database.js';
import { failStop } from '../database/fail-stop.js';
import { openDatabase } from '../database/open-database.js';
import { copyToNewFile, hashFile, writeNewFile } from '../files/durable-files.js';
import { FileStore } from '../files/file-store.js';
import { backupMeant, type BackupShelf } from './backup-shelf.js';
import { asWriteRefusal, backupRefusal } from './backup.errors.js';
import type { Inspection } from './database-facts.js';
import { CONFIG_FOLDER, databasePartOf, KEY_PART, type Manifest } from './manifest.js';
import { restoredDatabase } from './restore-database.js';
import { keyFor } from './restore-key.js';
import { RestoreTarget } from './restore-target.js';
import { damagedParts, databaseFaults, storedFilesOf } from './verify-backup.js';

/** What to restore, where to, and with what. */
export interface RestoreOrder {
  /** Path of one backup, or of the folder that holds several. */
  from: string;
  /** Which of several; the newest when left out. */
  name?: string;
  to: string;
  /** File with the audit key, for backups that were made without it. */
  keyFile?: string;
  settings: Settings;
  persistence: Persistence;
  clock: Clock;
  told?: (line: string) => void;
}

/** What a restore brought back. */
export interface Restored {
  name: string;
  at: number;
  to: string;
  /** Rows of each table, as the manifest says and the database was found to hold. */
  tables: Record<string, number>;
  files: number;
  auditEvents: number;
  /** Tables were brought up to this program's date by these. */
  migrated: string[];
  sessionsEnded: number;
  /** Customs that differ from those of this machine; the backup's are in the folder `config` of the data. */
  configDiffers: string[];
  milliseconds: number;
}

/**
 * Fills an empty data folder from a backup. Nothing is in its place before everything has been compared with the
 * manifest, the database has been looked through and its audit chain has been recomputed up to the anchor.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const elapsed = stopwatch();
  const { shelf, name } = await backupMeant(order.from, order.name);
  const manifest = await shelf.manifest(name);
  const part = databasePartOf(manifest);
  const database = restoredDatabase(order.settings, part);
  const migrated = missingMigrations(manifest, order.persistence);
  const damaged = await damagedParts(shelf, manifest);
  if (damaged.length > 0) throw backupRefusal('BACKUP_DAMAGED', { name, files: damaged });
  const setting = order.settings.DIAODU_AUDIT_KEY;
  const key = await keyFor({ setting, keyFile: order.keyFile }, shelf, manifest);
  const target = await RestoreTarget.take(order.to);
  const taken = [() => target.abandon()];
  try {
    await database.take();
    taken.unshift(() => database.abandon());
    const files = await bring(order, shelf, manifest, target);
    const auditEvents = judge(await database.fill(target.staging, key, manifest.anchor), manifest);
    const sessionsEnded = await awaken(order, manifest, target, key);
    await target.place();
    await database.release();
    const configDiffers = await differingCustoms(order.settings.DIAODU_CONFIG_DIR, manifest);
    const { at, tables } = manifest;
    const brought = { name, at, to: target.root, tables, files, auditEvents, migrated, sessionsEnded };
    return { ...brought, configDiffers, milliseconds: elapsed() };
  } catch (error) {
    for (const leave of taken) await leave();
    throw asWriteRefusal(error);
  }
}

/** Names of the migrations of this program, oldest first. */
export function knownMigrations({ migrations }: Persistence): string[] {
  return (migrations as (new () => object)[]).map((migration) => migration.name);
}

/** Migrations the backup lacks; refuses a backup that has some this program does not know. */
function missingMigrations(manifest: Manifest, persistence: Persistence): string[] {
  const own = knownMigrations(persistence);
  const unknown = manifest.migrations.filter((name) => !own.includes(name));
  if (unknown.length > 0) {
    throw backupRefusal('BACKUP_TOO_NEW', { productVersion: manifest.productVersion, migrations: unknown });
  }
  return own.filter((name) => !manifest.migrations.includes(name));
}

async function bring(
  { told = () => undefined }: RestoreOrder,
  shelf: BackupShelf,
  manifest: Manifest,
  { staging }: RestoreTarget,
): Promise<number> {
  const folder = shelf.folderOf(manifest.name);
  for (const { path, sha256 } of manifest.parts) {
    if (path !== databasePartOf(manifest) && !path.startsWith(`${CONFIG_FOLDER}/`)) continue;
    const copied = await copyToNewFile(join(folder, path), join(staging, path));
    if (copied.sha256 !== sha256)
      throw backupRefusal('BACKUP_DAMAGED', { name: manifest.name, files: [path] });
  }
  const files = await storedFilesOf(shelf, manifest.name);
  const store = new FileStore(join(staging, 'files'));
  for (const [at, file] of files.entries()) {
    if (at % 100 === 0) told(`正在恢复佐证材料等文件：${at} / ${files.length}`);
    await bringFile(shelf, store, file, manifest.name);
  }
  return files.length;
}

async function bringFile(
  shelf: BackupShelf,
  store: FileStore,
  file: { sha256: string; bytes: number },
  name: string,
): Promise<void> {
  try {
    await store.put(await shelf.files.open(file.sha256), file);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw backupRefusal('BACKUP_DAMAGED', { name, files: [`files/${file.sha256}`] });
  }
}

function judge(found: Inspection, manifest: Manifest): number {
  if (found.audit && !found.audit.ok) {
    throw backupRefusal('RESTORE_CHAIN_BROKEN', { name: manifest.name, faults: found.audit.faults });
  }
  const faults = databaseFaults(found, manifest);
  if (faults.length > 0) {
    throw backupRefusal('BACKUP_DAMAGED', { name: manifest.name, files: [databasePartOf(manifest)], faults });
  }
  return found.audit?.events ?? 0;
}

/** Opens the data once: brings the tables up to date, ends every session of before and writes the restore down. */
async function awaken(
  order: RestoreOrder,
  manifest: Manifest,
  target: RestoreTarget,
  key: Buffer,
): Promise<number> {
  if (order.settings.DIAODU_AUDIT_KEY === undefined) {
    await writeNewFile(join(target.staging, KEY_PART), Buffer.from(key.toString('hex')));
  }
  const settings: Settings = { ...order.settings, DIAODU_DATA_DIR: target.staging };
  const db = await openDatabase(settings, order.persistence, failStop, true);
  try {
    const trail = new AuditTrail(db, order.clock, key);
    return await db.unitOfWork.run(async () => {
      const sessions = await endSessions(db);
      const after = { at: manifest.at, anchor: manifest.anchor, to: target.root, sessions };
      trail.record({ operation: 'backup.restore', objectKind: 'backup', objectId: manifest.name, after });
      return sessions;
    });
  } finally {
    await db.close();
  }
}

async function endSessions(db: Database): Promise<number> {
  const known = db.isPostgres
    ? await db.read(`SELECT 1 AS one WHERE to_regclass('session') IS NOT NULL`)
    : await db.read(`SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'session'`);
  return known.length === 0 ? 0 : (await db.write('DELETE FROM session')).affected;
}

async function differingCustoms(configDir: string, manifest: Manifest): Promise<string[]> {
  const differing: string[] = [];
  for (const { path, sha256 } of manifest.parts) {
    if (!path.startsWith(`${CONFIG_FOLDER}/`)) continue;
    const name = path.slice(CONFIG_FOLDER.length + 1);
    const own = await hashFile(join(configDir, name)).catch(() => null);
    if (own?.sha256 !== sha256) differing.push(name);
  }
  return differing;
}
