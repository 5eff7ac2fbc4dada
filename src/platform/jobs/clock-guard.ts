import type { OfficeClock } from '../clock/office-clock.js';
import type { Database } from '../database/database.js';

/** How far back the clock may step (time service corrections) and how far ahead it may jump while we run. */
const BACK_TOLERANCE_MS = 5 * 60_000;
const AHEAD_TOLERANCE_MS = 35 * 86_400_000;

/** Whether the schedule may go on. */
export type ClockVerdict =
  { ok: true } | { ok: false; code: 'CLOCK_WENT_BACK' | 'CLOCK_JUMPED_AHEAD'; message: string };

/**
 * Stops the schedule when the real clock goes back, or leaps ahead between two looks of one process. A long pause
 * between processes is down-time, not a leap: it is judged by the number of missed slots instead.
 */
export class ClockGuard {
  private lastLook: number | null = null;
  private verdict: ClockVerdict = { ok: true };

  constructor(
    private readonly db: Database,
    private readonly clock: OfficeClock,
  ) {}

  /** Looks at the clock and remembers the latest instant seen. */
  async look(): Promise<ClockVerdict> {
    const now = this.clock.now();
    this.verdict = judge(now, await this.maxSeen(), this.lastLook);
    if (this.verdict.ok) {
      this.lastLook = now;
      await this.remember(now, false);
    }
    return this.verdict;
  }

  /** The last verdict, for the health page. */
  get last(): ClockVerdict {
    return this.verdict;
  }

  /** An operator has checked the clock: what it shows now is taken as true. */
  async accept(): Promise<void> {
    const now = this.clock.now();
    this.lastLook = now;
    this.verdict = { ok: true };
    await this.remember(now, true);
  }

  private async maxSeen(): Promise<number> {
    const rows = await this.db.read<{ max_wall: number }>(
      `SELECT max_wall FROM clock_guard WHERE id = 'wall'`,
    );
    return rows[0]?.max_wall ?? 0;
  }

  private async remember(now: number, force: boolean): Promise<void> {
    const condition = force ? '' : ' AND max_wall < ?';
    await this.db.unitOfWork.run(() =>
      this.db.write(
        `UPDATE clock_guard SET max_wall = ? WHERE id = 'wall'${condition}`,
        force ? [now] : [now, now],
      ),
    );
  }
}

/** Pure: the present instant, the latest ever seen, and this process's last look (null at start). */
export function judge(now: number, maxSeen: number, lastLook: number | null): ClockVerdict {
  if (now < maxSeen - BACK_TOLERANCE_MS) {
    return {
      ok: false,
      code: 'CLOCK_WENT_BACK',
      message: '服务器时钟早于上次运行时刻，月度任务已暂停，请核对时间后确认。',
    };
  }
  if (lastLook !== null && now > lastLook + AHEAD_TOLERANCE_MS) {
    return {
      ok: false,
      code: 'CLOCK_JUMPED_AHEAD',
      message: '服务器时钟突然前跳超过 35 天，月度任务已暂停，请核对时间后确认。',
    };
  }
  return { ok: true };
}
