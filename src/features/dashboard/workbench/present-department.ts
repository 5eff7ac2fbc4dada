import type { Light } from '../../../domain/light/light.js';
import type { ProgressReportState } from '../../../domain/task/progress-report-lifecycle.js';

/** 本月要报的一份月报 */
export class OwedFormView {
  reportId!: string;
  ledgerId!: string;
  month!: string;
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  role!: 'LEAD' | 'SUPPORT';
  state!: ProgressReportState;
  stateLabel!: string;
  /** 报送截止日 */
  reportsDueOn!: string;
  /** 退回理由 */
  returnedReason!: string;
  timesReturned!: number;
  /** 上次冻结时本单位的灯；没有的为空 */
  lastLight!: Light | null;
  lastExplanation!: string | null;
}

/** 待签收的提醒汇总 */
export class ToSignView {
  id!: string;
  day!: string;
  recipient!: 'LIAISON' | 'HEAD';
  subject!: string;
  items!: number;
  version!: number;
}

/** 待答复的督促文书 */
export class ToAnswerView {
  id!: string;
  number!: string;
  label!: string;
  taskId!: string | null;
  taskNumber!: string;
  taskTitle!: string;
  replyBy!: string;
  /** 已过答复期限 */
  overdue!: boolean;
}

/** 三十日内到期或者已逾期的任务、节点 */
export class DueSoonView {
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  role!: 'LEAD' | 'SUPPORT';
  /** 节点名称；任务本身为空 */
  node!: string;
  dueOn!: string;
  /** 距到期的自然日；逾期的为负 */
  daysLeft!: number;
}

/** 待签收承办的任务 */
export class ToTakeUpView {
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  role!: 'LEAD' | 'SUPPORT';
  assignedOn!: string | null;
}

/** 待本人确认的岗位交接 */
export class ToTakeOverView {
  id!: string;
  postCode!: string;
  /** 前任 */
  former!: string;
  /** 任职日 */
  from!: string;
}

/** 本单位 */
export class DepartmentDeskView {
  code!: string;
  name!: string;
  /** 待本人确认的岗位交接 */
  toTakeOver!: ToTakeOverView[];
  /** 待签收承办的任务 */
  toTakeUp!: ToTakeUpView[];
  forms!: OwedFormView[];
  toSign!: ToSignView[];
  toAnswer!: ToAnswerView[];
  dueSoon!: DueSoonView[];
}
