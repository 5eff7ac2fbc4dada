import { lightLabels } from '../../../domain/light/light.js';
import { paceLabels } from '../../../domain/light/pace.js';
import { assignmentLifecycle } from '../../../domain/task/assignment-lifecycle.js';
import { taskLifecycle } from '../../../domain/task/task-lifecycle.js';
import { NO_LIGHT, type BoardCounts, type Facet } from './board-filter.js';
import type { BoardDepartment, SeenLine } from './board-line.js';

/** 单位 */
export class BoardDepartmentName {
  code!: string;
  name!: string;
}

/** 本单位在任务中的分工 */
export class OwnPart {
  /** LEAD · SUPPORT */
  role!: string;
  isFirstLead!: boolean;
  state!: string;
  stateLabel!: string;
  /** 签收、提出异议等以此为 If-Match */
  version!: number;
}

/** 台账中的一项任务，灯为今日的灯；联络员和部门负责人所见为本单位的灯 */
export class TaskBoardItem {
  id!: string;
  ledgerId!: string;
  number!: string;
  title!: string;
  measures!: string;
  /** 指标路径，各级以“ / ”相连 */
  indicator!: string;
  lead!: BoardDepartmentName | null;
  supports!: BoardDepartmentName[];
  deadlineRaw!: string;
  startsOn!: string;
  originalDueOn!: string | null;
  dueOn!: string | null;
  /** 已批准的延期次数 */
  extensions!: number;
  cadence!: string;
  cadenceLabel!: string;
  target!: string;
  state!: string;
  stateLabel!: string;
  /** RED · YELLOW · GREEN · DONE · GREY；尚未交办的为 null */
  light!: string | null;
  lightLabel!: string;
  /** 判灯的依据 */
  rule!: string;
  explanation!: string;
  overdueDays!: number;
  /** 连续 N 月红灯 */
  redMonths!: number;
  /** 序时进度，% */
  timeProgress!: number | null;
  /** 核定进度，% */
  verifiedProgress!: number | null;
  pace!: string | null;
  paceLabel!: string;
  /** 本月月报：NOT_REQUIRED · DRAFT · MISSING · SUBMITTED · RETURNED · ACCEPTED */
  reportState!: string | null;
  /** 配合单位名单待补充 */
  openEnded!: boolean;
  own!: OwnPart | null;
  version!: number;
}

/** 任务列表的一页 */
export class TaskBoardPage {
  items!: TaskBoardItem[];
  next!: string | null;
}

/** 筛选栏中的一个值及其任务数 */
export class FacetCount {
  value!: string;
  label!: string;
  count!: number;
}

/** 筛选栏的任务数：某一栏的数不受该栏自身所选的影响 */
export class TaskBoardFacets {
  /** 当前条件下的任务数 */
  total!: number;
  lights!: FacetCount[];
  states!: FacetCount[];
  /** 指标路径，依台账顺序 */
  indicators!: FacetCount[];
  /** 第一牵头单位 */
  leads!: FacetCount[];
  cadences!: FacetCount[];
}

/** 报送频次 */
export const cadenceLabels: Readonly<Record<string, string>> = {
  ONCE: '一次性',
  DAILY: '每日',
  WEEKLY: '每周',
  MONTHLY: '每月',
  QUARTERLY: '每季度',
  SEMIANNUAL: '每半年',
  ANNUAL: '每年',
  ONGOING: '长期',
};

/** Takes a line as somebody sees it; gives what goes out. */
export function presentLine({ line, light, part }: SeenLine): TaskBoardItem {
  const { task, lead, supports } = line;
  return {
    id: task.id,
    ledgerId: task.ledgerId,
    number: task.number,
    title: task.title,
    measures: task.measures,
    indicator: task.indicatorPath,
    lead: lead && nameOf(lead),
    supports: supports.map(nameOf),
    deadlineRaw: task.deadlineRaw,
    startsOn: task.startsOn,
    originalDueOn: task.originalDueOn,
    dueOn: task.dueOn,
    extensions: task.deadlineVersion,
    cadence: task.cadence,
    cadenceLabel: labelIn(cadenceLabels, task.cadence),
    target: task.targetCount === null ? '' : `${task.targetCount}${task.targetUnit}`,
    state: task.state,
    stateLabel: labelIn(taskLifecycle.states, task.state),
    ...verdictOf(light),
    openEnded: task.openEnded,
    own: part && ownPart(part),
    version: task.version,
  };
}

type Verdict = Pick<
  TaskBoardItem,
  | 'light'
  | 'lightLabel'
  | 'rule'
  | 'explanation'
  | 'overdueDays'
  | 'redMonths'
  | 'timeProgress'
  | 'verifiedProgress'
  | 'pace'
  | 'paceLabel'
  | 'reportState'
>;

/** Before issue there is nothing to judge. */
const NOT_JUDGED: Verdict = {
  light: null,
  lightLabel: '未交办',
  rule: '',
  explanation: '',
  overdueDays: 0,
  redMonths: 0,
  timeProgress: null,
  verifiedProgress: null,
  pace: null,
  paceLabel: '',
  reportState: null,
};

/** Takes today's light; gives it with its words. */
export function verdictOf(light: SeenLine['light']): Verdict {
  if (light === null) return NOT_JUDGED;
  const { rule, explanation, overdueDays, redMonths, timeProgress, verifiedProgress, reportState } = light;
  return {
    light: light.light,
    lightLabel: lightLabels[light.light],
    rule,
    explanation,
    overdueDays,
    redMonths,
    timeProgress,
    verifiedProgress,
    pace: light.pace,
    paceLabel: paceLabels[light.pace],
    reportState,
  };
}

/** Takes counts and the departments; gives the filter bar's numbers, each list in the order people expect. */
export function presentCounts(
  { total, byFacet }: BoardCounts,
  indicatorOrder: readonly string[],
  departments: Iterable<BoardDepartment>,
): TaskBoardFacets {
  const names = new Map([...departments].map(({ code, name }) => [code, name]));
  return {
    total,
    lights: listed(byFacet, 'light', ['RED', 'YELLOW', 'GREEN', 'DONE', 'GREY', NO_LIGHT], lightLabel),
    states: listed(byFacet, 'state', Object.keys(taskLifecycle.states), (state) =>
      labelIn(taskLifecycle.states, state),
    ),
    indicators: listed(byFacet, 'indicator', indicatorOrder, (path) => path || '（无指标）'),
    leads: listed(byFacet, 'lead', names.keys(), (code) => names.get(code) ?? '（无牵头单位）'),
    cadences: listed(byFacet, 'cadence', Object.keys(cadenceLabels), (cadence) =>
      labelIn(cadenceLabels, cadence),
    ),
  };
}

/** Known values in their order, then whatever else occurs; values without a task are left out. */
function listed(
  byFacet: BoardCounts['byFacet'],
  facet: Facet,
  order: Iterable<string>,
  label: (value: string) => string,
): FacetCount[] {
  const counts = byFacet[facet];
  const values = new Set([...order, ...counts.keys()]);
  return [...values].flatMap((value) => {
    const n = counts.get(value);
    return n === undefined ? [] : [{ value, label: label(value), count: n }];
  });
}

function lightLabel(light: string): string {
  return light === NO_LIGHT ? '未交办' : labelIn(lightLabels, light);
}

function ownPart({ role, isFirstLead, state, version }: NonNullable<SeenLine['part']>): OwnPart {
  return { role, isFirstLead, state, stateLabel: labelIn(assignmentLifecycle.states, state), version };
}

function nameOf({ code, name }: BoardDepartment): BoardDepartmentName {
  return { code, name };
}

function labelIn(labels: Readonly<Record<string, string>>, value: string): string {
  return labels[value] ?? value;
}
