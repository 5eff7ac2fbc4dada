import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { RESTORING } from '../database/unfinished-restore.js';
import { syncFolder } from '../files/durable-files.js';
import { isDead, thisOwner } from '../jobs/run-owner.js';
import { asWriteRefusal, backupRefusal } from './backup.errors.js';
import { CONFIG_FOLDER, DATABASE_PART, KEY_PART } from './manifest.js';

/** What a restore brings, in the order it is put in place: the database last, for without it there are no data. */
const BROUGHT = ['files', CONFIG_FOLDER, KEY_PART, DATABASE_PART];
/** The root folder of a disk of its own has this one; it is no data. */
const HARMLESS = new Set(['lost+found']);

/**
 * The data folder a restore fills. Everything is prepared in a folder inside it, which is also the lock: while it is
 * there no service opens these data and no second restore begins. A restore that broke off is begun anew from nothing.
 */
export class RestoreTarget {
  private constructor(
    readonly root: string,
    private readonly lock: string,
  ) {}

  /** Takes an empty folder (made if need be); refuses any other. */
  static async take(path: string): Promise<RestoreTarget> {
    const root = resolve(path);
    const lock = join(root, RESTORING);
    try {
      await mkdir(root, { recursive: true, mode: 0o700 });
      await clearBrokenOff(root, lock);
      const entries = (await readdir(root)).filter((entry) => !HARMLESS.has(entry));
      if (entries.length > 0) throw backupRefusal('RESTORE_TARGET_NOT_EMPTY', { to: root });
      await mkdir(lock, { mode: 0o700 });
      await writeFile(join(lock, 'owner'), thisOwner());
    } catch (error) {
      throw (error as { code?: unknown }).code === 'EEXIST'
        ? backupRefusal('RESTORE_RUNNING')
        : asWriteRefusal(error);
    }
    return new RestoreTarget(root, lock);
  }

  /** Where the data are prepared. */
  get staging(): string {
    return join(this.lock, 'data');
  }

  /** Puts the prepared data in their place and lets the folder go. */
  async place(): Promise<void> {
    for (const entry of BROUGHT) {
      if (existsSync(join(this.staging, entry)))
        await rename(join(this.staging, entry), join(this.root, entry));
    }
    await syncFolder(this.root);
    await rm(this.lock, { recursive: true });
    await syncFolder(this.root);
  }

  /** Leaves the folder as empty as it was. */
  async abandon(): Promise<void> {
    for (const entry of BROUGHT) await rm(join(this.root, entry), { recursive: true, force: true });
    await rm(this.lock, { recursive: true, force: true });
  }
}

/** What a dead restore has left is all its own, since the folder was empty when it began and nobody may open it since. */
async function clearBrokenOff(root: string, lock: string): Promise<void> {
  if (!existsSync(lock)) return;
  const owner = await readFile(join(lock, 'owner'), 'utf8').catch(() => '');
  if (owner !== '' && !isDead(owner)) throw backupRefusal('RESTORE_RUNNING');
  for (const entry of BROUGHT) await rm(join(root, entry), { recursive: true, force: true });
  await rm(lock, { recursive: true, force: true });
}
