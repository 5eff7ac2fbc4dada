import { deliveryLifecycle, type DeliveryState } from '../../domain/task/delivery-lifecycle.js';
import type { DepartmentFacts } from '../organization/organization.reader.js';
import type { ReminderListRow } from './reminder-list.store.js';

/** 签收的凭据 */
export class SignatureView {
  on!: string;
  /** 签收时刻（毫秒） */
  at!: number | null;
  /** 签收岗位代码 */
  by!: string;
  /** 签收人 */
  holder!: string;
  /** 签收方式 */
  how!: string;
}

/** 提醒台账的一行 */
export class ReminderLineView {
  id!: string;
  /** 文书编号；待批准的为空 */
  number!: string;
  label!: string;
  rung!: string;
  paper!: string;
  /** 重大行政决策、出庭应诉事项的提醒不属于台账 */
  ledgerId!: string | null;
  taskId!: string | null;
  taskNumber!: string;
  taskTitle!: string;
  node!: string;
  period!: string;
  department!: string;
  departmentName!: string;
  recipient!: 'LIAISON' | 'HEAD';
  dueOn!: string | null;
  /** 时限、天数和提醒缘由 */
  explanation!: string;
  issuedOn!: string;
  sendOn!: string;
  replyBy!: string | null;
  /** 逾期未答复 */
  overdue!: boolean;
  state!: 'PROPOSED' | 'ISSUED' | 'REPLIED' | 'DISMISSED';
  stateLabel!: string;
  /** 答复内容或者免发理由 */
  stateReason!: string;
  /** 须由谁批准：DIRECTOR、LEADER；无须批准的为空 */
  approver!: 'DIRECTOR' | 'LEADER' | null;
  digestId!: string | null;
  /** 收件人；岗位空缺改送负责人的为负责人 */
  holder!: string;
  fallback!: boolean;
  /** 没有邮箱的为 IN_PERSON；尚未汇总的为空 */
  delivery!: DeliveryState | 'IN_PERSON' | null;
  deliveryLabel!: string;
  tries!: number;
  lastError!: string;
  /** 发出时刻（毫秒） */
  sentAt!: number | null;
  /** 群机器人的送达状态；没有群机器人的为空 */
  robot!: DeliveryState | null;
  /** 群机器人送达状态的中文，没有的为空 */
  robotLabel!: string;
  /** 群机器人最近一次未送达的原因 */
  robotError!: string;
  signature!: SignatureView | null;
}

/** A page of the ledger of reminders. */
export class ReminderListView {
  items!: ReminderLineView[];
  next!: string | null;
}

const STATES: Readonly<Record<ReminderListRow['state'], string>> = {
  PROPOSED: '待批准',
  ISSUED: '已发出',
  REPLIED: '已答复',
  DISMISSED: '免发',
};

/** Takes a row, its department and today; gives what goes out. */
export function presentReminderLine(
  row: ReminderListRow,
  department: DepartmentFacts | undefined,
  today: string,
): ReminderLineView {
  const { departmentId: _id, signedOn, signedBy: _by, signedAt: _at, signedHolder: _holder, ...rest } = row;
  const { deliveryState: _delivery, robotState, robotError, ...facts } = rest;
  const { replyBy, state } = row;
  return {
    ...facts,
    department: department?.code ?? '',
    departmentName: department?.name ?? '',
    overdue: state === 'ISSUED' && replyBy !== null && replyBy < today,
    stateLabel: STATES[state],
    ...sendingOf(row),
    robot: robotState,
    robotLabel: robotState === null ? '' : deliveryLifecycle.states[robotState],
    robotError: robotError ?? '',
    signature: signedOn === null ? null : signatureOf(signedOn, row),
  };
}

/** How it went out; empty while it is in no digest. */
function sendingOf(row: ReminderListRow) {
  const { digestId, deliveryState, sentAt } = row;
  return {
    holder: row.holder ?? '',
    fallback: row.fallback === 1,
    delivery: digestId === null ? null : (deliveryState ?? ('IN_PERSON' as const)),
    deliveryLabel: deliveryLabelOf(row),
    tries: row.tries ?? 0,
    lastError: row.lastError ?? '',
    sentAt: sentAt === null ? null : Number(sentAt),
  };
}

function signatureOf(on: string, { signedBy, signedAt, signedHolder }: ReminderListRow): SignatureView {
  const at = signedAt === null ? null : Number(signedAt);
  return { on, at, by: signedBy ?? '', holder: signedHolder ?? '', how: '系统内签收' };
}

function deliveryLabelOf({ digestId, deliveryState, signedOn }: ReminderListRow): string {
  if (digestId === null) return '待汇总';
  if (signedOn !== null) return '已签收';
  return deliveryState === null ? '待当面签收' : deliveryLifecycle.states[deliveryState];
}
