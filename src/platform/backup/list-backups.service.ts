import { Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/refusal.js';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { RunLedger } from '../jobs/run-ledger.js';
import { BACKUP_JOB } from './backup.job.js';
import { BackupShelf, instantOfName } from './backup-shelf.js';
import type { Manifest } from './manifest.js';
import { readMark, type VerifiedMark } from './verified-mark.js';

/** A backup as it lies on the shelf. */
export interface BackupListed {
  name: string;
  at: number;
  ageMinutes: number;
  /** Null when the manifest cannot be read: then it is no backup any more. */
  manifest: Manifest | null;
  mark: VerifiedMark | null;
}

/** The shelf of this installation and how the backups made by themselves are going. */
export interface BackupOverview {
  /** Why there are no backups by themselves, or null. */
  offBecause: 'NO_DIRECTORY' | null;
  directory: string | null;
  everyMinutes: number;
  items: BackupListed[];
  /** The last failure that no later backup has made good. */
  failure: { at: number; error: string } | null;
  /** True when there should be a newer backup than there is. */
  isLate: boolean;
}

/** Tells what backups there are. */
@Injectable()
export class ListBackupsService {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly ledger: RunLedger,
  ) {}

  async overview(): Promise<BackupOverview> {
    const { DIAODU_BACKUP_DIR: folder, DIAODU_BACKUP_EVERY_MIN: everyMinutes } = this.settings;
    const offBecause = folder ? null : 'NO_DIRECTORY';
    const items = folder ? await this.list(new BackupShelf(folder)) : [];
    const newest = items.find((item) => item.manifest !== null)?.at ?? -Infinity;
    const failure = await this.ledger.lastFailure(BACKUP_JOB);
    const longestAge = 2 * everyMinutes * 60_000;
    return {
      offBecause,
      directory: folder ?? null,
      everyMinutes,
      items,
      failure: failure && failure.at > newest ? failure : null,
      isLate: offBecause === null && this.clock.now() - newest > longestAge,
    };
  }

  private async list(shelf: BackupShelf): Promise<BackupListed[]> {
    const now = this.clock.now();
    const items: BackupListed[] = [];
    for (const name of await shelf.names()) {
      const at = instantOfName(name);
      const ageMinutes = Math.max(0, Math.floor((now - at) / 60_000));
      const manifest = await manifestIfReadable(shelf, name);
      items.push({ name, at, ageMinutes, manifest, mark: await readMark(shelf, name) });
    }
    return items;
  }
}

/** One damaged backup must not hide the others. */
async function manifestIfReadable(shelf: BackupShelf, name: string): Promise<Manifest | null> {
  try {
    return await shelf.manifest(name);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
