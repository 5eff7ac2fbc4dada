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
  readonly warningDays: { readonly blue: number; readonly yellow: number; readonly orange: number };
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
  'warningDays.blue': [0, 366],
  'warningDays.yellow': [0, 366],
  'warningDays.orange': [0, 366],
} as const;

type Key = keyof typeof RANGES;

/** Takes the plain value of the configuration file; gives the thresholds. Refuses (INVALID) naming all faults at once. */
export function parseLightThresholds(value: unknown): LightThresholds {
  const given = flatten(value);
  const faults = (Object.keys(RANGES) as Key[]).flatMap((key) => faultOf(key, given[key]));
  for (const key of Object.keys(given)) if (!(key in RANGES)) faults.push(`不认识的项目“${key}”`);
  if (faults.length === 0) faults.push(...disorder(given as Record<Key, number>));
  if (faults.length > 0) {
    throw new DomainError('INVALID', 'LIGHT_THRESHOLDS_INVALID', `亮灯规则配置有误：${faults.join('；')}。`, {
      faults,
    });
  }
  const n = given as Record<Key, number>;
  return {
    version: n.version,
    farBehindPoints: n.farBehindPoints,
    behindPoints: n.behindPoints,
    dueSoonDays: n.dueSoonDays,
    milestoneDueSoonDays: n.milestoneDueSoonDays,
    missedReports: n.missedReports,
    aheadPacePoints: n.aheadPacePoints,
    behindPacePoints: n.behindPacePoints,
    warningDays: {
      blue: n['warningDays.blue'],
      yellow: n['warningDays.yellow'],
      orange: n['warningDays.orange'],
    },
  };
}

function flatten(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
      key === 'warningDays' && typeof item === 'object' && item !== null
        ? Object.entries(item).map(([inner, days]): [string, unknown] => [`warningDays.${inner}`, days])
        : [[key, item] as [string, unknown]],
    ),
  );
}

function faultOf(key: Key, value: unknown): string[] {
  const [low, high] = RANGES[key];
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
  return fits ? [] : [`“${key}”应为 ${low} 至 ${high} 的整数`];
}

function disorder(n: Record<Key, number>): string[] {
  const faults: string[] = [];
  if (n.behindPoints >= n.farBehindPoints) faults.push('“behindPoints”应小于“farBehindPoints”');
  if (!(
    n['warningDays.orange'] <= n['warningDays.yellow'] && n['warningDays.yellow'] <= n['warningDays.blue']
  )) {
    faults.push('“warningDays”应为蓝不少于黄、黄不少于橙');
  }
  return faults;
}
