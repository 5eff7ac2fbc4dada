import type { DecideExtensionService } from '../../features/ledger/extension/decide-extension.service.js';
import type { EndTaskService } from '../../features/ledger/tasks/end-task.service.js';
import type { ExtensionService } from '../../features/ledger/extension/extension.service.js';
import type { FinishMilestoneService } from '../../features/ledger/tasks/finish-milestone.service.js';
import type { TakeUpTaskService } from '../../features/ledger/tasks/take-up-task.service.js';
import type { TaskQuery } from '../../features/ledger/tasks/task-query.js';
import type { CloseOutQuery } from '../../features/reporting/close-out-query.js';
import type { CloseOutService } from '../../features/reporting/close-out.service.js';
import type { ReviewCloseOutService } from '../../features/reporting/review-close-out.service.js';
import type { DemoActors } from './demo-actors.js';
import { demoDeedUnknown } from './demo.errors.js';
import type { DemoIndex } from './demo-index.js';
import type { DemoEvent } from './demo-year.js';

/** The services whose deeds the events of a year name. */
export interface EventServices {
  taking: TakeUpTaskService;
  ending: EndTaskService;
  finishing: FinishMilestoneService;
  asking: ExtensionService;
  deciding: DecideExtensionService;
  tasks: TaskQuery;
  closing: CloseOutService;
  reviewing: ReviewCloseOutService;
  closeOuts: CloseOutQuery;
}

/** One kind of event: does it for the task with that id; the actor is set already. */
type Doing = (s: EventServices, taskId: string, event: DemoEvent, index: DemoIndex) => Promise<unknown>;

/** What each deed of events.yaml does (the folder's README lists them). */
const DEEDS: Readonly<Record<string, Doing>> = {
  'task.sign': (s, id, { department }, index) => s.taking.sign(id, index.department(department)),
  'task.suspend': (s, id, { approvalDocument, reason }) =>
    s.ending.suspend(id, [approvalDocument, reason].filter(Boolean).join('：')),
  'assignment.complete': (s, id, { department, statement }, index) =>
    s.taking.complete(id, index.department(department), statement ?? ''),
  'occurrence.done': finish,
  'milestone.done': finish,
  'extension.request': (s, id, { to, reason, progressSoFar }) =>
    s.asking.ask(id, { newDueOn: to ?? '', reason: reason ?? '', progressSoFar: progressSoFar ?? '' }),
  'extension.approve': async (s, id, { to, opinion }) => {
    const waiting = (await s.tasks.show(id)).extensionRequests.find(({ state }) => state === 'SUBMITTED');
    await s.deciding.approve(id, waiting?.id ?? '', { dueOn: to ?? null, reason: opinion ?? '' });
  },
  'closeout.request': (s, id, { statement, evidence, evidenceIds, explanation }) =>
    s.closing.request(id, {
      statement: [statement, evidence && `佐证材料：${evidence.join('、')}。`].filter(Boolean).join(''),
      silenceExplanation: explanation ?? '',
      evidenceIds: evidenceIds ?? [],
    }),
  'closeout.verify': async (s, id) => s.reviewing.verify(id, await waitingRequest(s, id)),
  'closeout.approve': async (s, id) => s.reviewing.approve(id, await waitingRequest(s, id)),
  'closeout.return': async (s, id, { reason }) =>
    s.reviewing.returnForRework(id, await waitingRequest(s, id), reason ?? ''),
};

/** Does the events of the year, each in the name of its post. */
export class DemoEvents {
  constructor(
    private readonly actors: DemoActors,
    private readonly services: EventServices,
  ) {}

  /** Refuses a deed it does not know; what the features refuse is passed on. */
  async do(event: DemoEvent, index: DemoIndex): Promise<void> {
    const doing = DEEDS[event.deed];
    if (!doing) throw demoDeedUnknown(event.deed);
    const taskId = index.task(event.task).id;
    for (const one of await this.singly(event, taskId)) {
      const post = one.by ?? `${one.department}-LIAISON`;
      await this.actors.as(post, () => doing(this.services, taskId, one, index));
    }
  }

  /** `*` stands for every department that has not signed yet, each by its own liaison. */
  private async singly(event: DemoEvent, taskId: string): Promise<DemoEvent[]> {
    if (event.department !== '*') return [event];
    const { assignments } = await this.actors.asSystem(() => this.services.tasks.show(taskId));
    return assignments
      .filter(({ state }) => state === 'ISSUED')
      .map(({ department }) => ({ ...event, department: department.code }));
  }
}

function finish(s: EventServices, id: string, { task, period, due, note }: DemoEvent, index: DemoIndex) {
  const node = index.milestone(task, { period, due });
  return s.finishing.done(id, node, { doneOn: null, proof: note ?? '' });
}

async function waitingRequest(s: EventServices, taskId: string): Promise<string> {
  const { items } = await s.closeOuts.all(taskId);
  return items.at(-1)?.id ?? '';
}
