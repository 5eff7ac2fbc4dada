import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/month.js';
import { standingOf, type TaskState } from '../../domain/task/task-lifecycle.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { scopeOf } from '../../platform/auth/scope.js';
import { LedgerReader, type TaskFacts } from '../ledger/ledger.reader.js';
import type { MissingReport } from './report-facts.js';
import { ReportStore, type ReportRecord } from './report.store.js';

export type { MissingReport } from './report-facts.js';

/** One page of missing reports; `next` is the id to go on after, null at the end. */
export interface MissingPage {
  items: MissingReport[];
  next: string | null;
}

/** Which months' reports are in nobody's hands yet: owed, and never submitted. */
@Injectable()
export class MissingReportsReader {
  constructor(
    private readonly reports: ReportStore,
    private readonly ledgers: LedgerReader,
  ) {}

  /** All missing reports of a month in the ledger's order, of one department or of all. */
  async missing(
    ledgerId: string,
    month: Month,
    departmentId: string | null = null,
  ): Promise<MissingReport[]> {
    const all: MissingReport[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page = await this.page({ ledgerId, month, departmentId }, after, 1000);
      all.push(...page.items);
      after = page.next;
    }
    return all;
  }

  /** At most `limit` of them, after an id. A page may be shorter although more follow: ended parts owe nothing. */
  async page(
    of: { ledgerId: string; month: Month; departmentId: string | null },
    after: string,
    limit: number,
  ): Promise<MissingPage> {
    const forms = await this.reports.neverSubmitted({ ...of, scope: scopeOf(currentActor()) }, after, limit);
    const ids = [...new Set(forms.map((form) => form.taskId))];
    const tasks = new Map((await this.ledgers.tasks(ids)).map((task) => [task.id, task]));
    const items = forms.flatMap((form) => missingOf(form, tasks.get(form.taskId)));
    return { items, next: forms.length === limit ? (forms.at(-1)?.id ?? null) : null };
  }
}

/** Nothing is owed any more for a part that is done or taken away, nor in a task that is closed or suspended. */
function missingOf(form: ReportRecord, task: TaskFacts | undefined): MissingReport[] {
  const part = task?.assignments.find(({ id }) => id === form.assignmentId);
  if (!task || !part || part.state === 'WITHDRAWN' || part.state === 'DONE') return [];
  if (standingOf(task.state as TaskState) !== 'OPEN') return [];
  const { id: reportId, assignmentId, departmentId } = form;
  const { id: taskId, number: taskNumber, title } = task;
  return [{ reportId, assignmentId, departmentId, taskId, taskNumber, title }];
}
