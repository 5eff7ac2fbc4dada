import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import type { DueSlot, Job, JobRun } from '../jobs/job.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { RunLedger } from '../jobs/run-ledger.js';
import { BackupService } from './backup.service.js';

export const BACKUP_JOB = 'backup';

/** Other jobs wait while stored files are copied, so a first backup of many files is made in several turns. */
const FILES_BUDGET_MS = 3 * 60_000;
/** Sign of life for the run's lease. */
const FILES_PER_STEP = 50;
const REMEMBERED_MS = 7 * 86_400_000;

/** 定时备份: one slot every so many minutes, of which only the newest counts. Without a folder there are none. */
@Injectable()
export class BackupJob implements Job {
  readonly name = BACKUP_JOB;
  readonly catchUp = 'latest';

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly backups: BackupService,
    private readonly ledger: RunLedger,
    registry: JobRegistry,
  ) {
    registry.announce({ jobs: [BACKUP_JOB] });
    registry.addJob(this);
  }

  slotsDue(today: Day): Promise<DueSlot[]> {
    if (!this.settings.DIAODU_BACKUP_DIR) return Promise.resolve([]);
    const slot = backupSlot(this.clock.now(), this.settings.DIAODU_BACKUP_EVERY_MIN);
    return Promise.resolve([{ slot, scope: BACKUP_JOB, dueOn: today }]);
  }

  async run(run: JobRun): Promise<void> {
    const made = await this.backups.make({
      filesBudgetMs: FILES_BUDGET_MS,
      told: async ({ done, phase }) => {
        if (done % FILES_PER_STEP === 0) await run.step(async () => `${phase} ${done}`);
      },
    });
    await run.finish(async () => {
      await this.ledger.forget(BACKUP_JOB, this.clock.now() - REMEMBERED_MS);
      return { name: made.manifest.name, milliseconds: Math.round(made.milliseconds) };
    });
  }
}

/** The newest slot at an instant: slots begin at whole multiples of their length since 1970 UTC. */
export function backupSlot(now: number, everyMinutes: number): string {
  const length = everyMinutes * 60_000;
  return new Date(Math.floor(now / length) * length).toISOString().slice(0, 16);
}
