import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { syncFolder, writeNewFile } from '../files/durable-files.js';
import { FileStore } from '../files/file-store.js';
import { isDead } from '../jobs/run-owner.js';
import { backupRefusal } from './backup.errors.js';
import { manifestOf, type Manifest } from './manifest.js';

const MANIFEST = 'manifest.json';
const MANIFEST_SUM = 'manifest.json.sha256';
const UNFINISHED = '.unfinished-';
const NAME = /^\d{8}T\d{6}Z-[0-9a-f]{4}$/;

/**
 * A folder that backups are kept in: one folder a backup, and beside them the stored files all of them share, each once
 * under its hash. A backup has its name only when all of it is on the disk; until then its folder is called unfinished.
 */
export class BackupShelf {
  readonly root: string;
  readonly files: FileStore;

  constructor(root: string) {
    this.root = resolve(root);
    this.files = new FileStore(join(this.root, 'files'));
  }

  /** Folder of a backup of that name; refuses (BACKUP_NOT_FOUND) what cannot be a name. */
  folderOf(name: string): string {
    if (!NAME.test(name)) throw backupRefusal('BACKUP_NOT_FOUND', { name });
    return join(this.root, name);
  }

  /** Names of the backups, newest first; none where there is no shelf yet. */
  async names(): Promise<string[]> {
    const entries = await readdir(this.root).catch(onlyMissing);
    return entries.filter((entry) => NAME.test(entry)).toSorted().toReversed(); // prettier-ignore
  }

  /** Folder for a new backup, under a name that says it is unfinished and who works on it. */
  async begin(name: string): Promise<string> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
    await this.sweepUnfinished();
    const folder = join(this.root, `${UNFINISHED}${name}@${hostname()}@${process.pid}`);
    await mkdir(folder, { mode: 0o700 });
    return folder;
  }

  /** Writes the manifest as the last part and gives the folder its name; from then on the backup is whole. */
  async finish(folder: string, manifest: Manifest): Promise<void> {
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    const { sha256 } = await writeNewFile(join(folder, MANIFEST), Buffer.from(text));
    await writeNewFile(join(folder, MANIFEST_SUM), Buffer.from(`${sha256}  ${MANIFEST}\n`));
    await syncFolder(folder);
    await rename(folder, this.folderOf(manifest.name));
    await syncFolder(this.root);
  }

  /** What a backup says of itself; refuses one that is not there, or whose manifest is missing or was changed. */
  async manifest(name: string): Promise<Manifest> {
    const folder = this.folderOf(name);
    const [text, sum] = await Promise.all([MANIFEST, MANIFEST_SUM].map((file) => textOf(join(folder, file))));
    if (text === undefined || sum === undefined) {
      const isThere = (await this.names()).includes(name);
      throw backupRefusal(isThere ? 'BACKUP_DAMAGED' : 'BACKUP_NOT_FOUND', { name, files: [MANIFEST] });
    }
    const manifest = manifestOf(text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    if (!sum.startsWith(sha256) || manifest?.name !== name) {
      throw backupRefusal('BACKUP_DAMAGED', { name, files: [MANIFEST] });
    }
    return manifest;
  }

  /** Takes a backup away; the stored files stay for the others. A backup half removed is no whole one either. */
  async remove(name: string): Promise<void> {
    const doomed = join(this.root, `${UNFINISHED}${name}@${hostname()}@${process.pid}`);
    await rename(this.folderOf(name), doomed);
    await rm(doomed, { recursive: true, force: true });
  }

  /** Removes what processes that no longer live have left unfinished. */
  private async sweepUnfinished(): Promise<void> {
    for (const entry of await readdir(this.root)) {
      const [, host, pid] = entry.split('@');
      if (!entry.startsWith(UNFINISHED) || host === undefined || pid === undefined) continue;
      if (isDead(`${host}/${pid}`)) await rm(join(this.root, entry), { recursive: true, force: true });
    }
  }
}

/** A new name: when (UTC, so that names sort by time), and four letters that keep two of one second apart. */
export function newBackupName(at: number): string {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return `${time.replaceAll(/[-:]/g, '')}-${randomBytes(2).toString('hex')}`;
}

/** The instant in a backup's name. */
export function instantOfName(name: string): number {
  return Date.parse(name.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z.*$/, '$1-$2-$3T$4:$5:$6Z'));
}

/** The shelf and name meant by a path: of one backup, or of a shelf (then its newest, or the one named). */
export async function backupMeant(
  path: string,
  wanted?: string,
): Promise<{ shelf: BackupShelf; name: string }> {
  const whole = resolve(path);
  if (wanted === undefined && NAME.test(basename(whole))) {
    return { shelf: new BackupShelf(dirname(whole)), name: basename(whole) };
  }
  const shelf = new BackupShelf(whole);
  const name = wanted ?? (await shelf.names())[0];
  if (name === undefined) throw backupRefusal('BACKUP_NOT_FOUND', { directory: whole });
  return { shelf, name };
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
}

function onlyMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
