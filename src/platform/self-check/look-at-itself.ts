import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { AnchorStore } from '../anchors/anchor.store.js';
import { AUDIT_KEY } from '../audit/audit.module.js';
import { verifyAudit } from '../audit/verify-audit.js';
import { Clock } from '../clock/clock.js';
import { stopwatch } from '../clock/elapsed.js';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { newId } from '../database/id.js';
import { seeingAll } from '../database/sight.js';
import { FileStore } from '../files/file-store.js';
import { checkFiles } from './check-files.js';
import { checkSlots } from './check-slots.js';
import { checkStorage } from './check-storage.js';
import {
  CHECKED,
  COUNTER_WORDS,
  STANDING,
  type CheckedCounters,
  type CheckedKey,
  type StandingKey,
} from './counters.js';
import { ScheduleAsked } from './schedule-asked.js';
import type { SelfCheckFound } from './self-check.store.js';

/** Sign of life, between pieces of the work. */
export type Living = () => Promise<void>;

/** Counts what must not be and costs too much to be counted at every question: files, slots, the whole audit chain. */
@Injectable()
export class LookAtItself {
  private readonly filesDir: string;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly schedule: ScheduleAsked,
    private readonly anchors: AnchorStore,
    settings: Settings,
    @Inject(AUDIT_KEY) private readonly key: Buffer,
  ) {
    this.filesDir = join(settings.DIAODU_DATA_DIR, 'files');
  }

  /** One look; changes nothing but its own mark. A part that cannot be looked at is told as a problem, not thrown. */
  look(living: Living): Promise<SelfCheckFound> {
    return seeingAll('OPERATION', () => this.lookAround(living));
  }

  private async lookAround(living: Living): Promise<SelfCheckFound> {
    const elapsed = stopwatch();
    const now = this.clock.now();
    const { registry, ledger, standing } = this.schedule;
    const storage = await checkStorage(this.db, this.filesDir, newId());
    const at = { today: this.clock.today(), now };
    const slots = await attempt('定时任务', () => checkSlots(registry, ledger, this.db, at));
    await living();
    const files = await attempt('存储文件', () =>
      checkFiles(this.db, new FileStore(this.filesDir), now, living),
    );
    const chain = await attempt('审计链', async () =>
      verifyAudit(this.db, this.key, await this.anchors.points(), living),
    );
    const counters: CheckedCounters = {
      ...(slots.value ?? { missedSlots: null, heldSlots: null }),
      ...(files.value ?? { orphanFiles: null, missingFiles: null, alteredFiles: null }),
      chainBreaks: chain.value?.faults.length ?? null,
      storageFailures: storage.length,
    };
    const problems = [
      ...tooMany({ ...counters, ...(await standing.read()) }),
      ...storage,
      ...(chain.value?.faults ?? []),
      ...[slots, files, chain].flatMap(({ fault }) => (fault === null ? [] : [fault])),
    ];
    return { at: now, milliseconds: Math.round(elapsed()), counters, problems };
  }
}

/** What is not 0, in words. */
function tooMany(numbers: Readonly<Record<CheckedKey | StandingKey, number | null>>): string[] {
  return [...CHECKED, ...STANDING].flatMap((key) =>
    numbers[key] ? [`${COUNTER_WORDS[key].title}：${numbers[key]}`] : [],
  );
}

/** One part of the look: its value, or why there is none. */
async function attempt<T>(
  part: string,
  deed: () => Promise<T>,
): Promise<{ value: T | null; fault: string | null }> {
  try {
    return { value: await deed(), fault: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { value: null, fault: `未能检查${part}：${reason}` };
  }
}
