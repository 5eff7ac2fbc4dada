import { deliveryLifecycle, type DeliveryState } from '../../domain/task/delivery-lifecycle.js';
import type { DepartmentFacts } from '../organization/organization.reader.js';
import type { Digest } from './digest.entity.js';
import type { LedgerLine } from './digest-queries.js';
import type { DigestRow } from './digest.store.js';

/** A digest as a list shows it. */
export class DigestView {
  id!: string;
  day!: string;
  /** 单位代码 */
  department!: string;
  departmentName!: string;
  /** LIAISON 或 HEAD */
  recipient!: string;
  holder!: string;
  /** 联络员空缺，改送负责人 */
  fallback!: boolean;
  subject!: string;
  items!: number;
  /** QUEUED、SENT、FAILED、GIVEN_UP；没有邮箱的为 IN_PERSON */
  delivery!: string;
  /** 送达状态的中文：待发送、已发送、发送失败、已放弃、待当面签收、已签收 */
  status!: string;
  tries!: number;
  lastError!: string;
  signedOn!: string | null;
  signedBy!: string | null;
  version!: number;
}

/** One digest with its text. */
export class DigestTextView extends DigestView {
  text!: string;
}

/** A page of digests. */
export class DigestPageView {
  items!: DigestView[];
  next!: string | null;
}

/** One line of the ledger of reminders. */
export class ReminderLedgerView {
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
  recipient!: string;
  /** 达到该级提醒条件的日期 */
  reachedOn!: string | null;
  /** 时限、天数和提醒缘由 */
  explanation!: string;
  sentOn!: string;
  replyBy!: string | null;
  /** ISSUED、REPLIED、DISMISSED */
  state!: string;
  digestId!: string;
  status!: string;
  signedOn!: string | null;
}

/** A page of the ledger of reminders. */
export class ReminderLedgerPageView {
  items!: ReminderLedgerView[];
  next!: string | null;
}

export function presentDigest(row: DigestRow, departments: ReadonlyMap<string, DepartmentFacts>): DigestView {
  const department = departments.get(row.departmentId);
  const { id, day, recipient, holder, subject, items, signedOn, signedBy, version } = row;
  return {
    id,
    day,
    department: department?.code ?? '',
    departmentName: department?.name ?? '',
    recipient,
    holder,
    fallback: row.fallback === 1,
    subject,
    items,
    delivery: row.deliveryState ?? 'IN_PERSON',
    status: statusOf(row),
    tries: row.tries ?? 0,
    lastError: row.lastError ?? '',
    signedOn,
    signedBy,
    version,
  };
}

export function presentDigestText(
  row: DigestRow,
  { text }: Pick<Digest, 'text'>,
  departments: ReadonlyMap<string, DepartmentFacts>,
): DigestTextView {
  return { ...presentDigest(row, departments), text };
}

export function presentLedgerLine({ item, reminder, digest, department }: LedgerLine): ReminderLedgerView {
  const { number, label, paper, taskNumber, taskTitle, node, period, recipient, replyBy, state } = reminder;
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
    recipient,
    reachedOn: reminder.dueOn,
    explanation: reminder.explanation,
    sentOn: digest.day,
    replyBy,
    state,
    digestId: digest.id,
    status: statusOf(digest),
    signedOn: digest.signedOn,
  };
}

function statusOf({ signedOn, deliveryState }: DigestRow): string {
  if (signedOn !== null) return '已签收';
  return deliveryState === null ? '待当面签收' : deliveryLifecycle.states[deliveryState as DeliveryState];
}
