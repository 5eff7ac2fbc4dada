import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../domain/refusal.js';
import { AuditTrail } from '../audit/audit-trail.js';
import type { Clock } from '../clock/clock.js';
import { stopwatch } from '../clock/elapsed.js';
import type { Settings } from '../config/settings.js';
import type { Persistence } from '../database/data-source-options.js';
import type { Database } from '../database/database.js';
import { openDatabase } from '../database/open-database.js';
import { copyToNewFile, hashFile, writeNewFile } from '../files/durable-files.js';
import { FileStore } from '../files/file-store.js';
import { inspectInThread } from './ask-database-thread.js';
import { backupMeant, type BackupShelf } from './backup-shelf.js';
import { asWriteRefusal, backupRefusal } from './backup.errors.js';
import { CONFIG_FOLDER, DATABASE_PART, KEY_PART, keyFingerprint, type Manifest } from './manifest.js';
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
  if (order.settings.DIAODU_DATABASE === 'postgres') throw backupRefusal('BACKUP_POSTGRES');
  const { shelf, name } = await backupMeant(order.from, order.name);
  const manifest = await shelf.manifest(name);
  const migrated = missingMigrations(manifest, order.persistence);
  const damaged = await damagedParts(shelf, manifest);
  if (damaged.length > 0) throw backupRefusal('BACKUP_DAMAGED', { name, files: damaged });
  const key = await keyFor(order, shelf, manifest);
  const target = await RestoreTarget.take(order.to);
  try {
    const files = await bring(order, shelf, manifest, target);
    const auditEvents = await judge(target, manifest, key);
    const sessionsEnded = await awaken(order, manifest, target, key);
    await target.place();
    const configDiffers = await differingCustoms(order.settings.DIAODU_CONFIG_DIR, manifest);
    const { at, tables } = manifest;
    const brought = { name, at, to: target.root, tables, files, auditEvents, migrated, sessionsEnded };
    return { ...brought, configDiffers, milliseconds: elapsed() };
  } catch (error) {
    await target.abandon();
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

/**
 * The key this machine will go on with: its setting, else the file named in the command, else the backup's own. Refuses
 * when there is none, or when it is not the key the chain was sealed with.
 */
async function keyFor(order: RestoreOrder, shelf: BackupShelf, manifest: Manifest): Promise<Buffer> {
  const setting = order.settings.DIAODU_AUDIT_KEY;
  const inBackup = manifest.parts.some((part) => part.path === KEY_PART);
  const file = order.keyFile ?? (inBackup ? join(shelf.folderOf(manifest.name), KEY_PART) : null);
  if (setting === undefined && file === null) throw backupRefusal('RESTORE_KEY_MISSING');
  const text = setting ?? (await readFile(file ?? '', 'utf8')).trim();
  // A key that was a setting is text; one the program made stands in its file as hexadecimal digits.
  const key = [Buffer.from(text, 'utf8'), Buffer.from(text, 'hex')].find(
    (candidate) => keyFingerprint(candidate) === manifest.key.fingerprint,
  );
  if (!key) throw backupRefusal('RESTORE_KEY_WRONG');
  return key;
}

async function bring(
  { told = () => undefined }: RestoreOrder,
  shelf: BackupShelf,
  manifest: Manifest,
  { staging }: RestoreTarget,
): Promise<number> {
  const folder = shelf.folderOf(manifest.name);
  for (const { path, sha256 } of manifest.parts) {
    if (path !== DATABASE_PART && !path.startsWith(`${CONFIG_FOLDER}/`)) continue;
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

async function judge({ staging }: RestoreTarget, manifest: Manifest, key: Buffer): Promise<number> {
  const found = await inspectInThread(join(staging, DATABASE_PART), key, manifest.anchor);
  if (found.audit && !found.audit.ok) {
    throw backupRefusal('RESTORE_CHAIN_BROKEN', { name: manifest.name, faults: found.audit.faults });
  }
  const faults = databaseFaults(found, manifest);
  if (faults.length > 0) {
    throw backupRefusal('BACKUP_DAMAGED', { name: manifest.name, files: [DATABASE_PART], faults });
  }
  return found.audit?.events ?? 0;
}

/** Opens the data once: brings the tables up to date, ends every session of before and writes the restore down. */
async function awaken(
  order: RestoreOrder,
  manifest: Manifest,
  { staging, root }: RestoreTarget,
  key: Buffer,
): Promise<number> {
  if (order.settings.DIAODU_AUDIT_KEY === undefined) {
    await writeNewFile(join(staging, KEY_PART), Buffer.from(key.toString('hex')));
  }
  const settings: Settings = { ...order.settings, DIAODU_DATABASE: 'sqlite', DIAODU_DATA_DIR: staging };
  const db = await openDatabase(settings, order.persistence);
  try {
    const trail = new AuditTrail(db, order.clock, key);
    return await db.unitOfWork.run(async () => {
      const sessions = await endSessions(db);
      const after = { at: manifest.at, anchor: manifest.anchor, to: root, sessions };
      trail.record({ operation: 'backup.restore', objectKind: 'backup', objectId: manifest.name, after });
      return sessions;
    });
  } finally {
    await db.close();
  }
}

async function endSessions(db: Database): Promise<number> {
  const known = await db.read(`SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'session'`);
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
