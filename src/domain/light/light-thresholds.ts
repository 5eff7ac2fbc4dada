import { DomainError } from '../refusal.js';

/** The office's numbers for lights (办内惯例，可配置 in config/lights.yaml). Points are percentage points, days calendar days. */
export interface LightThresholds {
  readonly version: number;
  readonly farBehindPoints: number;
  readonly behindPoints: number;
  readonly dueSoonDays: number;
  readonly milestoneDueSoonDays: number;
  readonly missedReports: number;
  readonly aheadPacePoints: number;
  readonly behindPacePoints: number;
}

/** Lowest and highest whole number a setting may hold. */
const RANGES = {
  version: [1, 9999],
  farBehindPoints: [1, 100],
  behindPoints: [0, 99],
  dueSoonDays: [0, 366],
  milestoneDueSoonDays: [0, 366],
  missedReports: [1, 12],
  aheadPacePoints: [0, 100],
  behindPacePoints: [0, 100],
} as const;

type Key = keyof typeof RANGES;

/** Takes the plain value of the configuration file; gives the thresholds. Refuses (INVALID) naming all faults at once. */
export function parseLightThresholds(value: unknown): LightThresholds {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const faults = (Object.keys(RANGES) as Key[]).flatMap((key) => faultOf(key, given[key]));
  for (const key of Object.keys(given)) if (!(key in RANGES)) faults.push(`不认识的项目“${key}”`);
  if (faults.length === 0 && Number(given['behindPoints']) >= Number(given['farBehindPoints'])) {
    faults.push('“behindPoints”应小于“farBehindPoints”');
  }
  if (faults.length > 0) {
    throw new DomainError('INVALID', 'LIGHT_THRESHOLDS_INVALID', `亮灯规则配置有误：${faults.join('；')}。`, {
      faults,
    });
  }
  return { ...given } as unknown as LightThresholds;
}

function faultOf(key: Key, value: unknown): string[] {
  const [low, high] = RANGES[key];
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
  return fits ? [] : [`“${key}”应为 ${low} 至 ${high} 的整数`];
}
