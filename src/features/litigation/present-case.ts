import {
  levelWords,
  outcomeWords,
  registerWords,
  roleWords,
  violationWords,
} from '../../domain/rate/case-words.js';
import { computeRate, type RateAnswer } from '../../domain/rate/compute-rate.js';
import type {
  CaseRegister,
  CourtCase,
  Designation,
  Instance,
  InstanceLevel,
  Outcome,
  PartyRole,
  Violation,
} from '../../domain/rate/court-case.js';
import { violationsOf } from '../../domain/rate/violations.js';
import type { KeptCase } from './court-case.store.js';
import { HearingResponse, presentHearing, type HearingView } from './present-hearing.js'; // prettier-ignore

/** 当事行政机关 */
export class PartyResponse {
  /** 单位代码 */
  department!: string;
  /** 被诉时的名称 */
  name!: string;
  role!: PartyRole;
  roleLabel!: string;
  /** 共同被告中 APPEARS 确定出庭 · RELIEVED 不必出庭；没有约定为空 */
  designation!: Designation | null;
}

/** 司法建议 */
export class SuggestionResponse {
  /** 单位代码 */
  department!: string;
  violation!: Violation;
  /** 第十二条的情形 */
  violationLabel!: string;
  /** 文号 */
  number!: string;
  receivedOn!: string;
  content!: string;
}

/** 记录显示的第十二条情形，法院可能就此提出司法建议 */
export class ViolationResponse {
  /** 单位代码 */
  department!: string;
  violation!: Violation;
  violationLabel!: string;
}

/** 一个审级 */
export class InstanceResponse {
  id!: string;
  level!: InstanceLevel;
  levelLabel!: string;
  /** 案号 */
  number!: string;
  court!: string;
  filedOn!: string;
  closedOn!: string | null;
  outcome!: Outcome | null;
  outcomeLabel!: string | null;
  /** 书面审理 */
  writtenTrial!: boolean;
  /** 行政争议是否实质性化解；未知为空 */
  disputeResolved!: boolean | null;
  parties!: PartyResponse[];
  hearings!: HearingResponse[];
  suggestions!: SuggestionResponse[];
  violations!: ViolationResponse[];
}

/** 一项出庭义务：计与不计及其理由 */
export class DutyResponse {
  /** 案号 */
  case!: string;
  level!: string;
  /** 单位代码 */
  department!: string;
  departmentName!: string;
  /** 是否计入应出庭数 */
  counts!: boolean;
  /** 是否已出庭；不计的为空 */
  fulfilled!: boolean | null;
  /** 是否待核 */
  needsReview!: boolean;
  reason!: string;
}

/** 一件案件及其全部记录 */
export class CaseResponse {
  id!: string;
  register!: CaseRegister;
  registerLabel!: string;
  /** 隐名后的原告 */
  plaintiff!: string;
  cause!: string;
  actSued!: string;
  /** 行政公益诉讼 */
  publicInterest!: boolean;
  instances!: InstanceResponse[];
  /** 按应出庭口径（R1），截至今日 */
  duties!: DutyResponse[];
  version!: number;
}

/** A case with everything the reader may see of it. */
export function presentCase({ courtCase, version }: KeptCase, view: HearingView): CaseResponse {
  const { id, register, plaintiff, cause, actSued, publicInterest, instances } = courtCase;
  return {
    id,
    register,
    registerLabel: registerWords[register],
    plaintiff,
    cause,
    actSued,
    publicInterest,
    instances: instances.map((instance) => presentInstance(instance, view)),
    duties: dutiesOf(courtCase, view),
    version,
  };
}

function presentInstance(instance: Instance, view: HearingView): InstanceResponse {
  const { id, level, number, court, filedOn, closedOn, outcome, writtenTrial, disputeResolved } = instance;
  const isSeen = ({ department }: { department: string }) => view.scope === null || view.scope === department;
  return {
    id,
    level,
    levelLabel: levelWords[level],
    number,
    court,
    filedOn,
    closedOn,
    outcome,
    outcomeLabel: outcome && outcomeWords[outcome],
    writtenTrial,
    disputeResolved,
    parties: instance.parties.map((party) => ({ ...party, roleLabel: roleWords[party.role] })),
    hearings: instance.hearings
      .toSorted((a, b) => (`${a.day} ${a.time} ${a.id}` < `${b.day} ${b.time} ${b.id}` ? -1 : 1))
      .map((hearing) => presentHearing(hearing, instance, view)),
    suggestions: instance.suggestions
      .filter(isSeen)
      .map((one) => ({ ...one, violationLabel: violationWords[one.violation] })),
    violations: instance.parties.filter(isSeen).flatMap(({ department }) =>
      violationsOf(instance, department, view.rules.rate).map((violation) => ({
        department,
        violation,
        violationLabel: violationWords[violation],
      })),
    ),
  };
}

function dutiesOf(courtCase: CourtCase, view: HearingView): DutyResponse[] {
  const answer: RateAnswer = computeRate([courtCase], {
    variant: 'R1',
    period: { from: '0000-01-01', to: view.today },
    asOf: view.today,
    department: view.scope,
    register: courtCase.register,
    policy: view.rules.rate,
  });
  const name = ({
    case: number,
    level,
    department,
    departmentName,
    reason,
  }: RateAnswer['excluded'][number]) => ({
    case: number,
    level,
    department,
    departmentName,
    reason,
  });
  return [
    ...answer.counted.map((one) => ({
      ...name(one),
      counts: true,
      fulfilled: one.fulfilled,
      needsReview: one.needsReview,
    })),
    ...answer.excluded.map((one) => ({ ...name(one), counts: false, fulfilled: null, needsReview: false })),
  ];
}
