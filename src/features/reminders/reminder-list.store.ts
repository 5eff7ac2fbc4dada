import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import type { DeliveryState } from '../../domain/task/delivery-lifecycle.js';
import { within, type Scope } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { worstRobot } from './worst-robot.js';

/** Which reminders; every part narrows. */
export interface ReminderFilter {
  /** What the actor may see. */
  within: Scope;
  /** Only what this department was sent; null: all, also what is only proposed. */
  scope: string | null;
  departmentId?: string;
  ledgerId?: string;
  taskId?: string;
  month?: Month;
  rung?: string;
  state?: string;
  approver?: string;
  recipient?: string;
  delivery?: string;
  /** A reply is asked for and was not given by its day. */
  overdueOnly: boolean;
  unsignedOnly: boolean;
}

/** A reminder with the digest it went out in and what became of that; digest columns are null while there is none. */
export interface ReminderListRow {
  id: string;
  number: string;
  label: string;
  rung: string;
  paper: string;
  /** Null for decisions and hearings. */
  ledgerId: string | null;
  taskId: string | null;
  taskNumber: string;
  taskTitle: string;
  node: string;
  period: string;
  departmentId: string;
  recipient: 'LIAISON' | 'HEAD';
  dueOn: Day | null;
  explanation: string;
  issuedOn: Day;
  sendOn: Day;
  replyBy: Day | null;
  state: 'PROPOSED' | 'ISSUED' | 'REPLIED' | 'DISMISSED';
  stateReason: string;
  approver: 'DIRECTOR' | 'LEADER' | null;
  digestId: string | null;
  holder: string | null;
  fallback: number | null;
  deliveryState: DeliveryState | null;
  tries: number | null;
  lastError: string | null;
  sentAt: number | null;
  /** Of the group robot that stands worst; null where the digest goes to none. */
  robotState: DeliveryState | null;
  robotError: string | null;
  signedOn: Day | null;
  signedBy: string | null;
  signedAt: number | null;
  signedHolder: string | null;
}

const PROOF = (
  column: string,
): string => `(SELECT e.${column} FROM audit_event e WHERE e.object_kind = 'digest'
  AND e.object_id = d.id AND e.operation = 'reminders.sign' ORDER BY e.seq LIMIT 1)`;

const COLUMNS = `r.id, r.number, r.label, r.rung, r.paper, r.ledger_id AS "ledgerId", r.task_id AS "taskId",
  COALESCE(t.number, r.subject_number, '') AS "taskNumber", COALESCE(t.title, r.subject_title, '') AS "taskTitle", COALESCE(m.label, '') AS node, r.period,
  r.department_id AS "departmentId", r.recipient, r.due_on AS "dueOn", r.explanation, r.issued_on AS "issuedOn",
  r.send_on AS "sendOn", r.reply_by AS "replyBy", r.state, r.state_reason AS "stateReason", r.approver,
  d.id AS "digestId", d.holder, d.fallback, v.state AS "deliveryState", v.tries, v.last_error AS "lastError",
  v.sent_at AS "sentAt", d.signed_on AS "signedOn", d.signed_by AS "signedBy", ${PROOF('at')} AS "signedAt",
  ${PROOF('holder')} AS "signedHolder", ${worstRobot('state')} AS "robotState", ${worstRobot('last_error')} AS "robotError"`;

const FROM = `FROM reminder r LEFT JOIN task t ON t.id = r.task_id
  LEFT JOIN milestone m ON m.id = r.subject_id AND r.subject_kind = 'MILESTONE'
  LEFT JOIN digest_item i ON i.reminder_id = r.id LEFT JOIN digest d ON d.id = i.digest_id
  LEFT JOIN delivery v ON v.digest_id = d.id AND v.channel = 'MAIL'`;

/** Reads the ledger of reminders: every rung that was reached, also what waits for its approver. */
@Injectable()
export class ReminderListStore {
  constructor(private readonly db: Database) {}

  /** A page, the last sent first, after `(sendOn, id)`; at most `limit`. `today` says what has been sent and what is overdue. */
  page(
    filter: ReminderFilter,
    today: Day,
    after: readonly (string | number)[] | null,
    limit: number,
  ): Promise<ReminderListRow[]> {
    const { conditions, values } = conditionsOf(filter, today);
    if (after) {
      conditions.push('(r.send_on, r.id) < (?, ?)');
      values.push(...after);
    }
    return this.db.read<ReminderListRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY r.send_on DESC, r.id DESC LIMIT ?`,
      [...values, limit],
    );
  }
}

function conditionsOf(filter: ReminderFilter, today: Day): { conditions: string[]; values: unknown[] } {
  const { and, values: scoped } = within(filter.within, {
    department: 'r.department_id',
    ledger: 'r.ledger_id',
  });
  const conditions = [`1 = 1${and}`];
  const values: unknown[] = [...scoped];
  const add = (value: string | null | undefined, condition: string, ...bound: string[]): void => {
    if (value === undefined || value === null) return;
    conditions.push(condition);
    values.push(...(bound.length > 0 ? bound : [value]));
  };
  // What was never numbered was never sent: a proposal is no department's business yet.
  add(filter.scope, `r.department_id = ? AND r.number <> '' AND r.send_on <= ?`, filter.scope ?? '', today);
  add(filter.departmentId, 'r.department_id = ?');
  add(filter.ledgerId, 'r.ledger_id = ?');
  add(filter.taskId, 'r.task_id = ?');
  add(filter.month, 'r.send_on LIKE ?', `${filter.month ?? ''}-%`);
  add(filter.rung, 'r.rung = ?');
  add(filter.state, 'r.state = ?');
  add(filter.approver, 'r.approver = ?');
  add(filter.recipient, 'r.recipient = ?');
  add(filter.delivery, 'v.state = ?');
  if (filter.overdueOnly) add(today, `r.state = 'ISSUED' AND r.reply_by < ?`);
  if (filter.unsignedOnly) add(today, 'd.signed_on IS NULL AND d.day <= ?');
  return { conditions, values };
}
