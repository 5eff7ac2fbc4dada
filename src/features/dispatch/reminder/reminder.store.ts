import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { groupedBy } from '../../../domain/grouped-by.js';
import type { RegisterNotice } from '../../../domain/snapshot/register-row.js';
import type { IssuedReminder } from '../../../domain/reminder/reminder.js';
import { bulkInsert, type Value } from '../../../platform/database/bulk-insert.js';
import { WHOLE_INSTALLATION } from '../../../domain/access/jurisdiction.js';
import { confine, within, type Scope } from '../../../platform/auth/scope.js';
import { Database } from '../../../platform/database/database.js';
import { marks } from '../../../platform/database/placeholders.js';
import { newId } from '../../../platform/database/id.js';
import { snake } from '../../../platform/database/snake-naming.js';
import { Reminder } from './reminder.entity.js';

/** A reminder about to be written. */
export type NewReminder = Omit<Reminder, 'id' | 'stateReason'>;

/** What was issued about a subject, with the subject. */
export type IssuedOf = IssuedReminder & { subjectId: string };

/** Whom to send a digest, and on which day. */
export interface DigestDue {
  sendOn: Day;
  departmentId: string;
  recipient: string;
}

const FIELDS: readonly (keyof NewReminder)[] = [
  'ledgerId', 'subjectKind', 'subjectId', 'taskId', 'subjectNumber', 'subjectTitle', 'departmentId', 'recipient', 'rung', 'label', 'paper',
  'approver', 'skipped', 'period', 'deadlineVersion', 'number', 'dueOn', 'issuedOn', 'sendOn', 'replyBy', 'slot', 'explanation', 'state',
]; // prettier-ignore
const COLUMNS = ['id', ...FIELDS.map((field) => snake(field)), 'state_reason'];

/** Table of reminders: the unique key is what makes each go out once. */
@Injectable()
export class ReminderStore {
  constructor(private readonly db: Database) {}

  /** Inserts what is not there yet; gives how many are new. */
  add(reminders: readonly NewReminder[]): Promise<number> {
    const rows = reminders.map((r): Value[] => [newId(), ...FIELDS.map((field) => r[field]), '']);
    return bulkInsert(this.db, 'reminder', COLUMNS, rows, 'keep');
  }

  /** What was issued about these tasks, their nodes and their reports. */
  async issuedAbout(taskIds: readonly string[]): Promise<Map<string, IssuedOf[]>> {
    if (taskIds.length === 0) return new Map();
    const rows = await this.db.read<IssuedOf>(
      `SELECT subject_id AS "subjectId", rung, period, deadline_version AS "deadlineVersion" FROM reminder
        WHERE task_id IN (${marks(taskIds)})`,
      [...taskIds],
    );
    return groupedBy(rows, ({ subjectId }) => subjectId);
  }

  /** Which rungs of these things of other registers were issued, by `thingKey`. */
  async issuedAboutThings(subjectIds: readonly string[]): Promise<Set<string>> {
    if (subjectIds.length === 0) return new Set();
    const rows = await this.db.read<ThingRung>(
      `SELECT subject_id AS "subjectId", department_id AS "departmentId", rung, deadline_version AS version FROM reminder
        WHERE task_id IS NULL AND subject_id IN (${marks(subjectIds)})`,
      [...subjectIds],
    );
    return new Set(rows.map(thingKey));
  }

  /**
   * Whose papers these are: of a ledger those of its owner's jurisdiction, of other registers those of the department's.
   * Gives the jurisdiction as a path by the department addressed.
   */
  async jurisdictionsOf(
    addressed: readonly { departmentId: string }[],
    ledgerId: string | null,
  ): Promise<(departmentId: string) => string> {
    const of = ledgerId === null ? 'd.id' : '(SELECT l.owner_department_id FROM ledger l WHERE l.id = ?)';
    const ids = [...new Set(addressed.map(({ departmentId }) => departmentId))];
    if (ids.length === 0) return () => WHOLE_INSTALLATION;
    const rows = await this.db.read<{ id: string; jurisdiction: string }>(
      `SELECT d.id, (SELECT o.jurisdiction FROM department o WHERE o.id = ${of}) AS jurisdiction FROM department d
        WHERE d.id IN (${marks(ids)})`,
      [...(ledgerId === null ? [] : [ledgerId]), ...ids],
    );
    const known = new Map(rows.map(({ id, jurisdiction }) => [id, jurisdiction]));
    return (departmentId) => known.get(departmentId) ?? WHOLE_INSTALLATION;
  }

  /** Takes `n` numbers of a series; gives the first. Inside the unit that uses them. */
  async takeNumbers(series: string, n: number): Promise<number> {
    const { rows } = await this.db.write<{ last: number }>(
      `INSERT INTO reminder_counter (series, last) VALUES (?, ?)
         ON CONFLICT (series) DO UPDATE SET last = reminder_counter.last + excluded.last RETURNING last`,
      [series, n],
    );
    return (rows[0]?.last ?? n) - n + 1;
  }

  /** Who has issued reminders of a slot to get, and when. */
  digestsOf(slot: string): Promise<DigestDue[]> {
    return this.db.read<DigestDue>(
      `SELECT DISTINCT send_on AS "sendOn", department_id AS "departmentId", recipient FROM reminder
        WHERE slot = ? AND state = 'ISSUED' ORDER BY send_on, department_id, recipient`,
      [slot],
    );
  }

  /** A reminder within a scope, or null. */
  one(id: string, scope: Scope): Promise<Reminder | null> {
    const query = this.db.reader.createQueryBuilder(Reminder, 'r').where('r.id = :id', { id });
    confine(query, within(scope, { department: 'r.departmentId', ledger: 'r.ledgerId' }));
    return query.getOne();
  }

  /** Reminders still pursued about a task whose deadline was an earlier one. */
  async openBefore(taskId: string, deadlineVersion: number): Promise<Reminder[]> {
    const rows = await this.db.reader.findBy(Reminder, { taskId, subjectKind: 'TASK' });
    return rows.filter(
      (r) => (r.state === 'ISSUED' || r.state === 'PROPOSED') && r.deadlineVersion < deadlineVersion,
    );
  }

  /** Moves one reminder on from the state it was read in; false when somebody else was faster. */
  async settle(
    id: string,
    from: string,
    changes: Partial<Pick<Reminder, 'state' | 'stateReason' | 'number' | 'issuedOn' | 'sendOn' | 'replyBy'>>,
  ): Promise<boolean> {
    const result = await this.db.writer.update(Reminder, { id, state: from }, changes);
    return result.affected === 1;
  }
}

/** A rung about a thing of another register, as one department is told it. */
export type ThingRung = Pick<RegisterNotice, 'subjectId' | 'departmentId' | 'rung' | 'version'>;

/** Under what such a rung is issued: two defendants of one hearing are each told for themselves. */
export function thingKey({ subjectId, departmentId, rung, version }: ThingRung): string {
  return [subjectId, departmentId, rung, version].join('|');
}
