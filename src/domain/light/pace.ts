import { daysBetween } from '../calendar/day.js';
import type { LightFacts } from './light-facts.js';
import type { LightThresholds } from './light-thresholds.js';

/** 序时进度对比, in the words public bulletins use. */
export type Pace = 'AHEAD' | 'ON_SCHEDULE' | 'BEHIND' | 'DONE' | 'OTHER';

export const paceLabels: Readonly<Record<Pace, string>> = {
  AHEAD: '超进度',
  ON_SCHEDULE: '达进度',
  BEHIND: '欠进度',
  DONE: '已完成',
  OTHER: '其他',
};

/** Both in percent 0–100 with at most two decimals, so that what is shown is what was compared; null where a comparison would mean nothing. */
export interface Progress {
  readonly timeProgress: number | null;
  readonly progress: number | null;
}

const NOT_COMPARED: Progress = { timeProgress: null, progress: null };

/**
 * What is compared for a task: elapsed time with the verified progress; for ongoing tasks with the verified count
 * towards the target, and not at all without a target; for recurring tasks the periods ended with the periods done,
 * since a quarter's work is not owed by the day.
 */
export function progressOf(facts: LightFacts): Progress {
  if (facts.cadence === 'RECURRING' && facts.milestones.length > 0) return periodProgress(facts);
  const progress =
    facts.cadence === 'FIXED' ? (facts.verifiedProgress ?? countProgress(facts) ?? 0) : countProgress(facts);
  if (facts.due === null || progress === null) return NOT_COMPARED;
  return { timeProgress: timeProgressOf(facts.start, facts.due, facts.today), progress };
}

/** Null without a target; more than the target is 100 %. */
function countProgress({ targetCount, doneCount }: LightFacts): number | null {
  return targetCount ? percent(Math.min(doneCount ?? 0, targetCount), targetCount) : null;
}

/** 序时进度 = (today − start) ÷ (due − start), within 0–100; a task that starts on its due day is wholly owed on that day. */
export function timeProgressOf(start: string, due: string, today: string): number {
  if (today >= due) return 100;
  if (today <= start) return 0;
  return percent(daysBetween(start, today), daysBetween(start, due));
}

/** 超进度 and 欠进度 begin beyond the configured points; a closed task is 已完成, one without comparison 其他. */
export function paceOf(
  facts: LightFacts,
  { timeProgress, progress }: Progress,
  thresholds: LightThresholds,
): Pace {
  if (facts.standing === 'CLOSED') return 'DONE';
  if (facts.standing !== 'OPEN' || timeProgress === null || progress === null) return 'OTHER';
  if (progress > timeProgress + thresholds.aheadPacePoints) return 'AHEAD';
  if (progress < timeProgress - thresholds.behindPacePoints) return 'BEHIND';
  return 'ON_SCHEDULE';
}

function periodProgress({ milestones, today }: LightFacts): Progress {
  let ended = 0;
  let done = 0;
  for (const period of milestones) {
    if (period.due < today) ended += 1;
    if (period.doneOn !== null) done += 1;
  }
  return { timeProgress: percent(ended, milestones.length), progress: percent(done, milestones.length) };
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100;
}
