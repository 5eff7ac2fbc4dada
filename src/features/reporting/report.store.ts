import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Month } from '../../domain/calendar/month.js';
import { bulkInsert } from '../../platform/database/bulk-insert.js';
import { confine, within, type Scope } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { seeingAll } from '../../platform/database/sight.js';
import { updateVersioned } from '../../platform/database/version.js';
import { ProgressReport } from './progress-report.entity.js';

/** A report as it is kept. */
export type ReportRecord = { [Key in keyof ProgressReport]: ProgressReport[Key] };

/** Whose form of which month. */
export type FormKey = Pick<ReportRecord, 'assignmentId' | 'taskId' | 'ledgerId' | 'departmentId' | 'month'>;

/** What a list of reports is narrowed by; null leaves a part open. */
export interface ReportFilter {
  ledgerId: string | null;
  month: Month | null;
  departmentId: string | null;
  /** What the actor may see. */
  scope: Scope;
  /** Any of these states. */
  states: readonly string[] | null;
  lateOnly: boolean;
}

const COLUMNS = [
  'id', 'assignment_id', 'task_id', 'ledger_id', 'department_id', 'month', 'state', 'text', 'problems', 'next_step',
  'is_late', 'times_returned', 'returned_reason', 'version',
]; // prettier-ignore

const REPORTS = { department: 'r.departmentId', ledger: 'r.ledgerId' };

/** Keeps the reports: one row per part of a task and month. */
@Injectable()
export class ReportStore {
  constructor(private readonly db: Database) {}

  /** A report within a scope, or null. */
  async one(id: string, scope: Scope): Promise<ReportRecord | null> {
    const query = this.db.reader.createQueryBuilder(ProgressReport, 'r').where('r.id = :id', { id });
    confine(query, within(scope, REPORTS));
    return query.getOne();
  }

  /** Reports by id, in no order; at most 1,000. */
  async many(ids: readonly string[]): Promise<ReportRecord[]> {
    return this.db.reader.findBy(ProgressReport, { id: In([...ids]) });
  }

  /** The report of a part for a month, or null. */
  async of(assignmentId: string, month: Month): Promise<ReportRecord | null> {
    return this.db.reader.findOneBy(ProgressReport, { assignmentId, month });
  }

  /** Lays empty forms; a part that has one keeps it. Gives how many are new. */
  async openForms(forms: readonly FormKey[]): Promise<number> {
    const rows = forms.map((f) => [
      newId(), f.assignmentId, f.taskId, f.ledgerId, f.departmentId, f.month, 'DRAFT', '', '', '', 0, 0, '', 1,
    ]); // prettier-ignore
    return bulkInsert(this.db, 'progress_report', COLUMNS, rows, 'keep');
  }

  /** Changes a report if it still has the version given. */
  async update(report: { id: string; version: number }, changes: Partial<ReportRecord>): Promise<void> {
    await updateVersioned(this.db, ProgressReport, report, changes);
  }

  /** Reports in the order their forms were opened (that of the ledger), after an id. */
  async page(filter: ReportFilter, after: string, limit: number): Promise<ReportRecord[]> {
    return this.select(filter, after, limit).getMany();
  }

  /** Forms of a month on which nothing was ever submitted, in the same order. */
  async neverSubmitted(
    filter: Omit<ReportFilter, 'states' | 'lateOnly'>,
    after: string,
    limit: number,
  ): Promise<ReportRecord[]> {
    return this.select({ ...filter, states: ['DRAFT'], lateOnly: false }, after, limit)
      .andWhere('r.submittedOn IS NULL')
      .getMany();
  }

  /** All reports of a task, latest month first: those within a scope. */
  async ofTask(taskId: string, scope: Scope): Promise<ReportRecord[]> {
    const query = this.db.reader
      .createQueryBuilder(ProgressReport, 'r')
      .where('r.taskId = :taskId', { taskId });
    confine(query, within(scope, REPORTS));
    return query.orderBy('r.month', 'DESC').addOrderBy('r.id').getMany();
  }

  /** Which of a task's parts have ever submitted a report, whosever they are. */
  async partsHeard(taskId: string): Promise<Set<string>> {
    const sql = `SELECT DISTINCT assignment_id AS "assignmentId" FROM progress_report
      WHERE task_id = ? AND submitted_on IS NOT NULL`;
    const rows = await seeingAll('VERDICT', () => this.db.read<{ assignmentId: string }>(sql, [taskId]));
    return new Set(rows.map((row) => row.assignmentId));
  }

  private select(filter: ReportFilter, after: string, limit: number) {
    const query = this.db.reader.createQueryBuilder(ProgressReport, 'r').where('r.id > :after', { after });
    const { ledgerId, month, departmentId, states, lateOnly } = filter;
    confine(query, within(filter.scope, REPORTS));
    if (ledgerId !== null) query.andWhere('r.ledgerId = :ledgerId', { ledgerId });
    if (month !== null) query.andWhere('r.month = :month', { month });
    if (departmentId !== null) query.andWhere('r.departmentId = :departmentId', { departmentId });
    if (states !== null) query.andWhere('r.state IN (:...states)', { states });
    if (lateOnly) query.andWhere('r.isLate = 1');
    return query.orderBy('r.id').limit(limit);
  }
}
