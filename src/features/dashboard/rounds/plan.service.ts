import { Injectable } from '@nestjs/common';
import type { Month } from '../../../domain/calendar/month.js';
import { groupedBy } from '../../../domain/grouped-by.js';
import { Clock } from '../../../platform/clock/clock.js';
import { PreviewReader, type PlannedFacts } from '../../dispatch/preview.reader.js';
import { LedgerReader, type LedgerFacts, type TaskFacts } from '../../ledger/ledger.reader.js';
import { RemindersReader } from '../../reminders/reminders.reader.js';
import { Vacancies } from '../workbench/vacancies.js';
import type { FreezePlanView, PlannedDigestView, PlannedItemView } from './present-plan.js';

/** A reader asks for at most so many tasks at a time. */
const TASKS_AT_ONCE = 1000;

/** 预览: who would be told what if the month were frozen today, each letter with the person who would open it. */
@Injectable()
export class PlanService {
  constructor(
    private readonly previews: PreviewReader,
    private readonly ledgers: LedgerReader,
    private readonly reminders: RemindersReader,
    private readonly vacancies: Vacancies,
    private readonly clock: Clock,
  ) {}

  async plan(ledger: LedgerFacts, month: Month): Promise<FreezePlanView> {
    const { planned } = await this.previews.preview(ledger, month);
    const tasks = await this.tasksOf(planned);
    const digests: PlannedDigestView[] = [];
    for (const [, letters] of lettersOf(planned)) digests.push(await this.digestOf(letters, tasks));
    const items = digests.flatMap((digest) => digest.items);
    return {
      month,
      asOf: this.clock.today(),
      toSend: items.filter(({ approver }) => approver === null).length,
      toApprove: items.filter(({ approver }) => approver !== null).length,
      digests: digests.sort(bySendingDay),
      vacancies: await this.vacancies.today(),
    };
  }

  private async digestOf(letters: readonly Letter[], tasks: ReadonlyMap<string, TaskFacts>) {
    const [{ planned, recipient }] = letters as [Letter];
    const to = await this.reminders.addressee(planned.departmentId, recipient, planned.sendOn);
    return {
      sendOn: planned.sendOn,
      department: to.code,
      departmentName: to.department,
      recipient,
      postCode: to.postCode,
      holder: to.holder,
      fallback: to.isFallback,
      byMail: to.email !== '',
      items: letters.map((letter) => itemOf(letter.planned, tasks.get(letter.planned.taskId))),
    };
  }

  private async tasksOf(planned: readonly PlannedFacts[]): Promise<Map<string, TaskFacts>> {
    const ids = [...new Set(planned.map(({ taskId }) => taskId))];
    const tasks = new Map<string, TaskFacts>();
    for (let at = 0; at < ids.length; at += TASKS_AT_ONCE) {
      for (const task of await this.ledgers.tasks(ids.slice(at, at + TASKS_AT_ONCE)))
        tasks.set(task.id, task);
    }
    return tasks;
  }
}

interface Letter {
  planned: PlannedFacts;
  recipient: 'LIAISON' | 'HEAD';
}

/** One digest per addressee and day, as the digests of reminders are made. */
function lettersOf(planned: readonly PlannedFacts[]): Map<string, Letter[]> {
  const letters = planned.flatMap((one) => one.to.map((recipient): Letter => ({ planned: one, recipient })));
  return groupedBy(
    letters,
    ({ planned: { sendOn, departmentId }, recipient }) => `${sendOn} ${departmentId} ${recipient}`,
  );
}

function itemOf(planned: PlannedFacts, task: TaskFacts | undefined): PlannedItemView {
  const { label, rung, paper, taskId, explanation, replyBy, copiesLeader, approver } = planned;
  const node = task?.milestones.find(({ id }) => id === planned.subjectId);
  const taskNumber = task?.number ?? '';
  return { label, rung, paper, taskId, taskNumber, taskTitle: task?.title ?? '', node: node?.label ?? '', explanation, replyBy, copiesLeader, approver }; // prettier-ignore
}

function bySendingDay(a: PlannedDigestView, b: PlannedDigestView): number {
  const key = ({ sendOn, department, recipient }: PlannedDigestView): string =>
    `${sendOn} ${department} ${recipient}`;
  return key(a) < key(b) ? -1 : Number(key(a) > key(b));
}
