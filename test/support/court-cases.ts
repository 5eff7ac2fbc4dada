import type {
  Appearance,
  AttendanceForm,
  CourtCase,
  CourtNotice,
  Hearing,
  Instance,
  Official,
  Party,
} from '../../src/domain/rate/court-case.js';
import { computeRate, type RateAnswer } from '../../src/domain/rate/compute-rate.js';
import { yearPeriod } from '../../src/domain/rate/period.js';
import { defaultRatePolicy, type RatePolicy } from '../../src/domain/rate/rate-policy.js';
import type { RateVariant } from '../../src/domain/rate/variants.js';

/** A head who counts. */
export const chief: Official = { name: '王建国', post: '局长', rank: 'PRINCIPAL', otherAgency: null };
/** A deputy head, who counts too. */
export const deputy: Official = { name: '李红', post: '副局长', rank: 'DEPUTY', otherAgency: null };

/** A form as a department hands it in; the head sat and spoke unless said otherwise. */
export function form(more: Partial<AttendanceForm> = {}): AttendanceForm {
  return {
    returnedOn: '2023-05-11',
    official: deputy,
    staff: 1,
    lawyers: 1,
    voice: ['STATEMENT', 'RESOLUTION'],
    leftWithoutPermission: false,
    refusedToExplain: false,
    note: '',
    ...more,
  };
}

/** A department's seat at a hearing. */
export function seat(more: Partial<Appearance> = {}): Appearance {
  return {
    department: 'RSJ',
    planned: null,
    replacements: [],
    reply: null,
    absence: null,
    absenceAccepted: null,
    identityAccepted: null,
    rankConfirmed: null,
    form: form(),
    ...more,
  };
}

/** The head did not come: staff and a lawyer sat there. */
export function absentSeat(more: Partial<Appearance> = {}): Appearance {
  return seat({ form: form({ official: null, voice: [] }), ...more });
}

/** A hearing that was held on a day; every department's seat must be given. */
export function hearing(day: string, more: Partial<Hearing> = {}): Hearing {
  const id = more.id ?? `hearing-${day}`;
  return {
    id,
    day,
    time: '09:30',
    room: '第三法庭',
    kind: 'TRIAL',
    online: false,
    state: 'HELD',
    stateReason: '',
    sitting: id,
    dayVersion: 1,
    notices: [],
    appearances: [seat()],
    ...more,
  };
}

export function notice(more: Partial<CourtNotice> = {}): CourtNotice {
  return {
    department: 'RSJ',
    servedOn: '2023-05-05',
    mandatory: false,
    reason: 'SERIOUS_INTEREST',
    again: false,
    ...more,
  };
}

export function party(more: Partial<Party> = {}): Party {
  return { department: 'RSJ', name: '区人力资源和社会保障局', role: 'DEFENDANT', designation: null, ...more };
}

/** An instance of one defendant, heard once with its head. */
export function instance(more: Partial<Instance> = {}): Instance {
  const level = more.level ?? 'FIRST';
  return {
    id: `instance-${level}`,
    level,
    number: level === 'FIRST' ? '（2023）津0105行初12号' : '（2023）津02行终34号',
    court: level === 'FIRST' ? '区人民法院' : '市第二中级人民法院',
    filedOn: '2023-04-03',
    closedOn: '2023-06-20',
    outcome: 'CLAIM_REJECTED',
    writtenTrial: false,
    disputeResolved: null,
    parties: [party()],
    hearings: [hearing('2023-05-10')],
    suggestions: [],
    ...more,
  };
}

/** A case of these instances. */
export function courtCase(instances: readonly Instance[], more: Partial<CourtCase> = {}): CourtCase {
  return {
    id: 'case-1',
    register: 'ADMINISTRATIVE',
    plaintiff: '张某',
    cause: '工伤认定',
    actSued: '不予认定工伤决定',
    publicInterest: false,
    instances,
    ...more,
  };
}

/** What a question about a rate may differ in from "R1 of 2023, all of it, the whole district". */
export interface Asked {
  variant?: RateVariant;
  department?: string;
  from?: string;
  to?: string;
  asOf?: string;
  policy?: Partial<RatePolicy>;
  register?: CourtCase['register'];
  successors?: ReadonlyMap<string, string>;
}

/** Asks a rate. */
export function rateOf(cases: readonly CourtCase[], asked: Asked = {}): RateAnswer {
  const year = yearPeriod(2023);
  return computeRate(cases, {
    variant: asked.variant ?? 'R1',
    period: { from: asked.from ?? year.from, to: asked.to ?? year.to },
    asOf: asked.asOf ?? '2024-12-31',
    department: asked.department ?? null,
    policy: { ...defaultRatePolicy, ...asked.policy },
    ...(asked.register && { register: asked.register }),
    ...(asked.successors && { successors: asked.successors }),
  });
}

/** `1/2` of a rate. */
export function shareOf(cases: readonly CourtCase[], asked: Asked = {}): string {
  const { numerator, denominator } = rateOf(cases, asked);
  return `${numerator}/${denominator}`;
}
