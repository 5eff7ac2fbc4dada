import { deliveryLifecycle, type DeliveryState } from '../../domain/task/delivery-lifecycle.js';
import type { DepartmentFacts } from '../organization/organization.reader.js';
import type { Digest } from './digest.entity.js';
import type { LedgerLine } from './digest-queries.js';
import type { DigestRow } from './digest.store.js';

/** To whom of a department a paper goes. */
type Recipient = 'LIAISON' | 'HEAD';

/** A digest as a list shows it. */
export class DigestResponse {
  id!: string;
  day!: string;
  /** 单位代码 */
  department!: string;
  departmentName!: string;
  /** LIAISON 联络员 · HEAD 负责人 */
  recipient!: Recipient;
  holder!: string;
  /** 联络员空缺，改送负责人 */
  fallback!: boolean;
  subject!: string;
  items!: number;
  /** 没有邮箱的为 IN_PERSON */
  delivery!: DeliveryState | 'IN_PERSON';
  /** 送达状态的中文：待发送、已发送、发送失败、已放弃、待当面签收、已签收 */
  status!: string;
  tries!: number;
  lastError!: string;
  /** 群机器人的送达状态；没有群机器人的为 null */
  robot!: DeliveryState | null;
  /** 群机器人送达状态的中文，没有的为空 */
  robotStatus!: string;
  /** 群机器人最近一次未送达的原因 */
  robotError!: string;
  signedOn!: string | null;
  signedBy!: string | null;
  version!: number;
}

/** One digest with its text. */
export class DigestTextResponse extends DigestResponse {
  text!: string;
}

/** A page of digests. */
export class DigestPageResponse {
  items!: DigestResponse[];
  next!: string | null;
}

/** One line of the ledger of reminders. */
export class ReminderLedgerLineResponse {
  id!: string;
  reminderId!: string;
  number!: string;
  label!: string;
  paper!: string;
  taskNumber!: string;
  taskTitle!: string;
  node!: string;
  period!: string;
  /** 单位代码 */
  department!: string;
  departmentName!: string;
  /** LIAISON 联络员 · HEAD 负责人 */
  recipient!: Recipient;
  /** 达到该级提醒条件的日期 */
  reachedOn!: string | null;
  /** 时限、天数和提醒缘由 */
  explanation!: string;
  sentOn!: string;
  replyBy!: string | null;
  state!: 'ISSUED' | 'REPLIED' | 'DISMISSED';
  digestId!: string;
  status!: string;
  signedOn!: string | null;
}

/** A page of the ledger of reminders. */
export class ReminderLedgerPageResponse {
  items!: ReminderLedgerLineResponse[];
  next!: string | null;
}

export function presentDigest(
  row: DigestRow,
  departments: ReadonlyMap<string, DepartmentFacts>,
): DigestResponse {
  const department = departments.get(row.departmentId);
  const { id, day, holder, subject, items, signedOn, signedBy, version } = row;
  return {
    id,
    day,
    department: department?.code ?? '',
    departmentName: department?.name ?? '',
    recipient: row.recipient as Recipient,
    holder,
    fallback: row.fallback === 1,
    subject,
    items,
    delivery: (row.deliveryState as DeliveryState | null) ?? 'IN_PERSON',
    status: statusOf(row),
    tries: row.tries ?? 0,
    lastError: row.lastError ?? '',
    robot: row.robotState as DeliveryState | null,
    robotStatus: row.robotState === null ? '' : deliveryLifecycle.states[row.robotState as DeliveryState],
    robotError: row.robotError ?? '',
    signedOn,
    signedBy,
    version,
  };
}

export function presentDigestText(
  row: DigestRow,
  { text }: Pick<Digest, 'text'>,
  departments: ReadonlyMap<string, DepartmentFacts>,
): DigestTextResponse {
  return { ...presentDigest(row, departments), text };
}

export function presentLedgerLine({
  item,
  reminder,
  digest,
  department,
}: LedgerLine): ReminderLedgerLineResponse {
  const { number, label, paper, taskNumber, taskTitle, node, period, replyBy } = reminder;
  return {
    id: item.id,
    reminderId: reminder.id,
    number,
    label,
    paper,
    taskNumber,
    taskTitle,
    node,
    period,
    department: department?.code ?? '',
    departmentName: department?.name ?? '',
    recipient: reminder.recipient as Recipient,
    reachedOn: reminder.dueOn,
    explanation: reminder.explanation,
    sentOn: digest.day,
    replyBy,
    state: reminder.state as ReminderLedgerLineResponse['state'],
    digestId: digest.id,
    status: statusOf(digest),
    signedOn: digest.signedOn,
  };
}

export function statusOf({ signedOn, deliveryState }: DigestRow): string {
  if (signedOn !== null) return '已签收';
  return deliveryState === null ? '待当面签收' : deliveryLifecycle.states[deliveryState as DeliveryState];
}
