import { DomainError } from '../refusal.js';

/** The days of a month's dispatch (办内惯例，可配置 in config/cycle.yaml). */
export interface CycleRules {
  readonly reminderDay: number;
  readonly reportDay: number;
  /** Local time `HH:MM` up to and including which a report on the last day is in time. */
  readonly reportTime: string;
  readonly reviewDay: number;
  readonly meetingWorkingDay: number;
  readonly minutesWorkingDays: number;
  readonly bulletinWorkingDays: number;
}

const WHOLE = {
  reminderDay: [1, 31],
  reportDay: [1, 31],
  reviewDay: [1, 31],
  // Every month has at least fifteen working days, the longest holidays included.
  meetingWorkingDay: [1, 15],
  minutesWorkingDays: [0, 30],
  bulletinWorkingDays: [0, 30],
} as const;

/** Takes the plain value of the section `month`; gives the rules. Refuses (INVALID) naming all faults at once. */
export function parseCycleRules(value: unknown): CycleRules {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const faults = Object.entries(WHOLE).flatMap(([key, [low, high]]) => {
    const n = given[key];
    const fits = typeof n === 'number' && Number.isInteger(n) && n >= low && n <= high;
    return fits ? [] : [`“${key}”应为 ${low} 至 ${high} 的整数`];
  });
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(String(given['reportTime'])))
    faults.push('“reportTime”应为 HH:MM 形式的时刻');
  const known = [...Object.keys(WHOLE), 'reportTime'];
  for (const key of Object.keys(given)) if (!known.includes(key)) faults.push(`不认识的项目“${key}”`);
  if (faults.length > 0) {
    throw new DomainError('INVALID', 'CYCLE_RULES_INVALID', `月调度日程配置有误：${faults.join('；')}。`, {
      faults,
    });
  }
  return given as unknown as CycleRules;
}
