import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { Month } from '../../../domain/calendar/month.js';
import type { Light } from '../../../domain/light/light.js';
import type { ProgressReportState } from '../../../domain/task/progress-report-lifecycle.js';
import { OPEN_STATES } from '../../../domain/task/task-lifecycle.js';
import { Database } from '../../../platform/database/database.js';
import { marks } from '../../../platform/database/placeholders.js';

/** A form of a month that is not frozen, with the light the part had when the last month was. */
export interface FormRow {
  reportId: string;
  ledgerId: string;
  month: Month;
  taskId: string;
  taskNumber: string;
  taskTitle: string;
  role: 'LEAD' | 'SUPPORT';
  state: ProgressReportState;
  returnedReason: string;
  timesReturned: number;
  lastLight: Light | null;
  lastExplanation: string | null;
}

/** A digest nobody has signed for. */
export interface UnsignedRow {
  id: string;
  day: Day;
  recipient: 'LIAISON' | 'HEAD';
  subject: string;
  items: number;
  version: number;
}

/** A reminder that waits for an answer. */
export interface UnansweredRow {
  id: string;
  number: string;
  label: string;
  taskId: string | null;
  taskNumber: string;
  taskTitle: string;
  replyBy: Day;
}

/** A task or node of the department that falls due soon or is past its day. */
export interface DueRow {
  taskId: string;
  taskNumber: string;
  taskTitle: string;
  role: 'LEAD' | 'SUPPORT';
  /** Name of the node; empty for the task itself. */
  node: string;
  dueOn: Day;
}

/** A part the department has not signed for. */
export interface ToTakeUpRow {
  taskId: string;
  taskNumber: string;
  taskTitle: string;
  role: 'LEAD' | 'SUPPORT';
  assignedOn: Day | null;
}

/** A post taken over that its new holder has not confirmed. */
export interface ToTakeOverRow {
  id: string;
  postCode: string;
  former: string;
  from: Day;
}

const OPEN_PART = `a.state NOT IN ('WITHDRAWN','DONE') AND t.state IN (${marks(OPEN_STATES)})`;

/** Reads what lies before one department; every statement is narrowed to it. */
@Injectable()
export class DepartmentDeskStore {
  constructor(private readonly db: Database) {}

  /** Forms still owed or in review, in months that are not frozen, in reading order. */
  forms(departmentId: string, departmentCode: string): Promise<FormRow[]> {
    const last = (column: string): string => `(SELECT s.${column} FROM task_snapshot s WHERE s.round_id = (
      SELECT d.id FROM dispatch_round d WHERE d.ledger_id = r.ledger_id AND d.month < r.month AND d.frozen_at IS NOT NULL
       ORDER BY d.month DESC LIMIT 1) AND s.task_id = r.task_id AND s.department_code = ?)`;
    return this.db.read<FormRow>(
      `SELECT r.id AS "reportId", r.ledger_id AS "ledgerId", r.month, r.task_id AS "taskId", t.number AS "taskNumber",
              t.title AS "taskTitle", a.role, r.state, r.returned_reason AS "returnedReason",
              r.times_returned AS "timesReturned", ${last('light')} AS "lastLight",
              ${last('explanation')} AS "lastExplanation"
         FROM progress_report r JOIN assignment a ON a.id = r.assignment_id JOIN task t ON t.id = r.task_id
        WHERE r.department_id = ? AND (r.state <> 'DRAFT' OR (${OPEN_PART}))
          AND NOT EXISTS (SELECT 1 FROM dispatch_round f WHERE f.ledger_id = r.ledger_id AND f.month = r.month
                AND f.frozen_at IS NOT NULL)
        ORDER BY r.month, t.sort_key, r.id`,
      [departmentCode, departmentCode, departmentId, ...OPEN_STATES],
    );
  }

  /** Digests up to a day that wait for a signature, oldest first. */
  unsigned(departmentId: string, today: Day): Promise<UnsignedRow[]> {
    return this.db.read<UnsignedRow>(
      `SELECT id, day, recipient, subject, items, version FROM digest
        WHERE department_id = ? AND day <= ? AND signed_on IS NULL ORDER BY day, id`,
      [departmentId, today],
    );
  }

  /** Reminders that were sent and ask for a reply, the first due first. */
  unanswered(departmentId: string, today: Day): Promise<UnansweredRow[]> {
    return this.db.read<UnansweredRow>(
      `SELECT r.id, r.number, r.label, r.task_id AS "taskId", COALESCE(t.number, r.subject_number, '') AS "taskNumber",
              COALESCE(t.title, r.subject_title, '') AS "taskTitle", r.reply_by AS "replyBy"
         FROM reminder r LEFT JOIN task t ON t.id = r.task_id
        WHERE r.department_id = ? AND r.state = 'ISSUED' AND r.send_on <= ? AND r.reply_by IS NOT NULL
        ORDER BY r.reply_by, r.id`,
      [departmentId, today],
    );
  }

  /** Tasks, and nodes of them, that are due up to a day or past it, the first due first. */
  due(departmentId: string, upTo: Day): Promise<DueRow[]> {
    const head = `SELECT t.id AS "taskId", t.number AS "taskNumber", t.title AS "taskTitle", a.role`;
    return this.db.read<DueRow>(
      `SELECT * FROM (
         ${head}, '' AS node, t.due_on AS "dueOn" FROM assignment a JOIN task t ON t.id = a.task_id
          WHERE a.department_id = ? AND ${OPEN_PART} AND t.due_on <= ?
         UNION ALL
         ${head}, m.label AS node, m.due_on AS "dueOn" FROM assignment a JOIN task t ON t.id = a.task_id
          JOIN milestone m ON m.task_id = t.id
          WHERE a.department_id = ? AND ${OPEN_PART} AND m.done_on IS NULL AND m.due_on <= ?) d
        ORDER BY "dueOn", "taskNumber", node`,
      [departmentId, ...OPEN_STATES, upTo, departmentId, ...OPEN_STATES, upTo],
    );
  }

  /** Hand-overs of a post that its holder has not confirmed and may confirm today. */
  toTakeOver(postCode: string, successor: string, today: Day): Promise<ToTakeOverRow[]> {
    return this.db.read<ToTakeOverRow>(
      `SELECT id, post_code AS "postCode", former, from_day AS "from" FROM hand_over
        WHERE post_code = ? AND successor = ? AND from_day <= ? AND confirmed_on IS NULL ORDER BY id`,
      [postCode, successor, today],
    );
  }

  /** Parts that were issued and that nobody has signed for, in reading order. */
  toTakeUp(departmentId: string): Promise<ToTakeUpRow[]> {
    return this.db.read<ToTakeUpRow>(
      `SELECT t.id AS "taskId", t.number AS "taskNumber", t.title AS "taskTitle", a.role, t.assigned_on AS "assignedOn"
         FROM assignment a JOIN task t ON t.id = a.task_id
        WHERE a.department_id = ? AND a.state = 'ISSUED' AND t.state IN (${marks(OPEN_STATES)})
        ORDER BY t.sort_key, t.id`,
      [departmentId, ...OPEN_STATES],
    );
  }
}
