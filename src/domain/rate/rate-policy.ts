import type { Day } from '../calendar/day.js';
import type { Voice } from './court-case.js';
import { voiceWords } from './case-words.js';
import { litigationRulesInvalid } from './rate.errors.js';

/** Where practice differs from place to place; no national formula exists. */
export interface RatePolicy {
  /** An absence whose reason the court accepted leaves the denominator（第八条、第九条）. */
  readonly excludeAcceptedJustifiedAbsence: boolean;
  /** The day that puts a duty into a period. */
  readonly periodBasis: 'HEARING' | 'CLOSING' | 'FILING';
  /** Co-defendants（第三条）: only those designated · each · one head fulfils for all. */
  readonly jointDefendantPolicy: 'DESIGNATED_ONLY' | 'EACH' | 'ANY';
  /** An instance decided on paper gives no duty（行政诉讼法第八十六条）. */
  readonly excludeWrittenTrial: boolean;
  /** A compulsory third party answers like a defendant（第一条第二款）. */
  readonly includeThirdParty: boolean;
  /** A head who leaves without permission has not appeared（第十二条第四项）. */
  readonly leavingCountsAsAbsent: boolean;
  /** 询问、谈话、诉前调解 count as hearings. */
  readonly countInquiries: boolean;
  /** What the head must have said for 出声; any one suffices. */
  readonly voice: readonly Voice[];
}

/** Days of the reminders and of the form. */
export interface HearingDays {
  /** Days before a hearing on which the head's office is told, farthest first. */
  readonly remindDays: readonly number[];
  /** Days after the hearing within which the form is due. */
  readonly formDueDays: number;
}

export interface LitigationRules {
  readonly version: number;
  /** Who signs the quarterly circular. */
  readonly office: string;
  readonly rate: RatePolicy;
  readonly hearing: HearingDays;
}

/** The rules with what only the working calendar knows. */
export interface HearingRules extends LitigationRules {
  /** The last day on which the form of a hearing is in time, rolled on to a working day（民法典第203条）. */
  readonly formDue: (hearingDay: Day) => Day;
}

/** What holds where the file is silent. */
export const defaultRatePolicy: RatePolicy = {
  excludeAcceptedJustifiedAbsence: true,
  periodBasis: 'HEARING',
  jointDefendantPolicy: 'DESIGNATED_ONLY',
  excludeWrittenTrial: true,
  includeThirdParty: true,
  leavingCountsAsAbsent: true,
  countInquiries: false,
  voice: ['STATEMENT', 'DEFENCE', 'EVIDENCE', 'DEBATE', 'FINAL_OPINION', 'RESOLUTION'],
};

export const defaultHearingDays: HearingDays = { remindDays: [7, 3], formDueDays: 1 };

const DEFAULT_OFFICE = '区委依法治区办';

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  periodBasis: ['HEARING', 'CLOSING', 'FILING'],
  jointDefendantPolicy: ['DESIGNATED_ONLY', 'EACH', 'ANY'],
};

const SWITCHES = [
  'excludeAcceptedJustifiedAbsence',
  'excludeWrittenTrial',
  'includeThirdParty',
  'leavingCountsAsAbsent',
  'countInquiries',
];

/**
 * Takes the plain value of config/litigation.yaml; gives the rules, defaults where it is silent. Refuses (INVALID)
 * naming all faults at once, unknown names among them.
 */
export function parseLitigationRules(value: unknown): LitigationRules {
  const given = plain(value);
  const rate = plain(given['rate']);
  const hearing = plain(given['hearing']);
  const faults = [...headFaults(given), ...rateFaults(rate), ...hearingFaults(hearing)];
  if (faults.length > 0) throw litigationRulesInvalid(faults);
  return {
    version: given['version'] as number,
    office: (given['office'] as string | undefined) ?? DEFAULT_OFFICE,
    rate: { ...defaultRatePolicy, ...(rate as Partial<RatePolicy>) },
    hearing: { ...defaultHearingDays, ...(hearing as Partial<HearingDays>) },
  };
}

function headFaults({ version, office = DEFAULT_OFFICE }: Record<string, unknown>): string[] {
  return [
    ...(Number.isInteger(version) && Number(version) >= 1 ? [] : ['“version”应为正整数']),
    ...(typeof office === 'string' && office !== '' ? [] : ['“office”应为通报的署名']),
  ];
}

function rateFaults(rate: Record<string, unknown>): string[] {
  return Object.entries(rate).flatMap(([name, value]) => {
    if (SWITCHES.includes(name)) {
      return typeof value === 'boolean' ? [] : [`“rate.${name}”应为 true 或者 false`];
    }
    if (name === 'voice') return isVoice(value) ? [] : ['“rate.voice”应列出至少一种发言'];
    const choices = CHOICES[name];
    if (choices === undefined) return [`“rate.${name}”不是已知的口径`];
    return choices.includes(String(value)) ? [] : [`“rate.${name}”应为 ${choices.join('、')} 之一`];
  });
}

function hearingFaults(hearing: Record<string, unknown>): string[] {
  const { remindDays = defaultHearingDays.remindDays, formDueDays = defaultHearingDays.formDueDays, ...rest } = hearing;
  const days = Array.isArray(remindDays) ? remindDays : [];
  const ordered = days.every((day, i) => isDays(day) && (i === 0 || day < days[i - 1]));
  return [
    ...(days.length > 0 && ordered ? [] : ['“hearing.remindDays”应为由远及近的天数']),
    ...(isDays(formDueDays) ? [] : ['“hearing.formDueDays”应为天数']),
    ...Object.keys(rest).map((name) => `“hearing.${name}”不是已知的设置`),
  ];
} // prettier-ignore

function isDays(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isVoice(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => String(one) in voiceWords);
}

function plain(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
