import type { Day } from '../../domain/calendar/day.js';
import type { SideState } from '../../domain/procedure/side-state.js';
import { sideStateNames } from '../../domain/procedure/side-state.js';
import type { RegisterRow } from '../../domain/snapshot/register-row.js';
import { lightOf } from './decision-light.js';
import { statusOn } from './decision-status.js';
import { procedureOn, type OpenedDecision } from './decision-desk.js';
import type { DecisionCategory } from './write-decision.service.js';

/** 单位 */
export class DecisionDepartment {
  code!: string;
  name!: string;
}

/** 市、区 */
export class DecisionJurisdiction {
  code!: string;
  name!: string;
}

/** 有期限的事项，如报送卷宗 */
export class DecisionDutyResponse {
  step!: string;
  name!: string;
  article!: string;
  dueOn!: string;
  /** 办理日期；null 为尚未办理 */
  doneOn!: string | null;
}

/** 重大行政决策事项 */
export class DecisionResponse {
  id!: string;
  year!: number;
  number!: string;
  title!: string;
  category!: DecisionCategory;
  categoryLabel!: string;
  /** 承办单位 */
  department!: DecisionDepartment;
  /** 承办单位所在的市、区；整个系统只有一个辖区的为 null */
  jurisdiction!: DecisionJurisdiction | null;
  /** 是否本辖区的；下辖市、区的只能查看 */
  isOwn!: boolean;
  supervisingLeader!: string;
  /** 适用的程序 */
  procedureId!: string;
  procedureName!: string;
  /** 现在目录之中 */
  isCatalogued!: boolean;
  /** 所调整的原决策 */
  adjustsId!: string | null;
  /** 现行计划完成日期 */
  finishOn!: string;
  state!: SideState;
  stateLabel!: string;
  /** 办到哪一步 */
  standing!: string;
  /** 可以办理的环节 */
  current!: string[];
  /** 集体讨论决定的日期 */
  decidedOn!: string | null;
  /** 决策程序完成的日期 */
  finishedOn!: string | null;
  light!: RegisterRow['light'];
  /** 灯号规则的编号 */
  rule!: string;
  explanation!: string;
  overdueDays!: number;
  duties!: DecisionDutyResponse[];
  createdOn!: string;
  version!: number;
}

/** 决策事项列表，按年度和编号排列 */
export class DecisionListResponse {
  items!: DecisionResponse[];
}

export const CATEGORY_LABELS: Readonly<Record<DecisionCategory, string>> = {
  POLICY: '重大公共政策和措施',
  PLAN: '经济和社会发展等方面的重要规划',
  RESOURCE: '重要自然资源、文化资源开发利用和保护',
  PROJECT: '重大公共建设项目',
  OTHER: '其他重大事项',
};

/** What presenting depends on besides the decision itself. */
export interface DecisionViewing {
  today: Day;
  dueSoonDays: number;
  department: DecisionDepartment;
  jurisdiction: DecisionJurisdiction | null;
  isOwn: boolean;
}

/** Takes a decision with its file; gives what goes out, as it stands on the day. */
export function presentDecision(opened: OpenedDecision, viewing: DecisionViewing): DecisionResponse {
  const { decision, plans, procedure, items } = opened;
  const { today } = viewing;
  const status = statusOn(procedureOn(opened, today), plans, today);
  const { light, rule, explanation, overdueDays } = lightOf(status, today, viewing.dueSoonDays);
  return {
    id: decision.id,
    year: decision.year,
    number: decision.number,
    title: decision.title,
    category: decision.category as DecisionCategory,
    categoryLabel: CATEGORY_LABELS[decision.category as DecisionCategory],
    department: viewing.department,
    jurisdiction: viewing.jurisdiction,
    isOwn: viewing.isOwn,
    supervisingLeader: decision.supervisingLeader,
    procedureId: decision.procedureId,
    procedureName: procedure.definition.name,
    isCatalogued: items.some(({ removedOn }) => removedOn === null),
    adjustsId: decision.adjustsId,
    finishOn: status.finishOn,
    state: status.state,
    stateLabel: sideStateNames[status.state],
    standing: status.standing,
    current: [...status.current],
    decidedOn: status.decidedOn,
    finishedOn: status.finishedOn,
    light,
    rule,
    explanation,
    overdueDays,
    duties: status.duties.map(({ step, name, article, dueOn, doneOn }) => ({
      step,
      name,
      article,
      dueOn,
      doneOn,
    })),
    createdOn: decision.createdOn,
    version: decision.version,
  };
}
