import { Injectable } from '@nestjs/common';
import { addDays } from '../../../domain/calendar/day.js';
import { assignmentLifecycle } from '../../../domain/task/assignment-lifecycle.js';
import { progressReportLifecycle } from '../../../domain/task/progress-report-lifecycle.js';
import { taskLifecycle } from '../../../domain/task/task-lifecycle.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { DepartmentFacts } from '../../organization/organization.reader.js';
import { LiveBoards } from '../board/live-boards.js';
import { RequestListService } from '../request-list/request-list.service.js';
import { DepartmentDeskStore } from '../workbench/department-desk.store.js';
import { OpenItemsStore, type OpenItemRow } from './open-items.store.js';
import type {
  HandOverSheetView,
  OpenItemView,
  OpenReportView,
  OpenRequestView,
} from './present-hand-over.js';

/** Evidence that ends within this time is named, so that the successor can see to it. */
const EXPIRING_DAYS = 60;
const TO_WRITE: ReadonlySet<string> = new Set(['DRAFT', 'RETURNED']);

/** 交接清单: what a department has in hand today. */
@Injectable()
export class HandOverSheets {
  constructor(
    private readonly items: OpenItemsStore,
    private readonly desk: DepartmentDeskStore,
    private readonly requests: RequestListService,
    private readonly boards: LiveBoards,
    private readonly clock: Clock,
  ) {}

  /** The sheet of a post of this department, as of today. */
  async of(department: DepartmentFacts, postCode: string): Promise<HandOverSheetView> {
    const today = this.clock.today();
    const { id, code, name } = department;
    return {
      department: code,
      departmentName: name,
      postCode,
      asOf: today,
      items: await this.openItems(id),
      reports: await this.openReports(id, code),
      unsigned: (await this.desk.unsigned(id, today)).map(({ id: digest, day, subject }) => ({
        id: digest,
        day,
        subject,
      })),
      unanswered: (await this.desk.unanswered(id, today)).map(({ taskId: _taskId, ...reminder }) => reminder),
      requests: await this.openRequests(id),
      evidence: (await this.items.expiring(id, addDays(today, EXPIRING_DAYS))).map(
        ({ taskId: _taskId, ...evidence }) => evidence,
      ),
    };
  }

  private async openItems(departmentId: string): Promise<OpenItemView[]> {
    const rows = await this.items.items(departmentId);
    const lights = await this.lights([...new Set(rows.map(({ ledgerId }) => ledgerId))], departmentId);
    return rows.map((row) => itemOf(row, lights.get(row.taskId)));
  }

  private async lights(ledgerIds: readonly string[], departmentId: string) {
    const lights = new Map<string, Pick<OpenItemView, 'light' | 'explanation'>>();
    for (const ledgerId of ledgerIds) {
      for (const { task, ownLights } of await this.boards.lines(ledgerId)) {
        const own = ownLights.get(departmentId);
        if (own) lights.set(task.id, { light: own.light, explanation: own.explanation });
      }
    }
    return lights;
  }

  private async openReports(departmentId: string, code: string): Promise<OpenReportView[]> {
    const forms = await this.desk.forms(departmentId, code);
    return forms
      .filter(({ state }) => TO_WRITE.has(state))
      .map(({ reportId, month, taskNumber, taskTitle, state, returnedReason }) => ({
        reportId,
        month,
        taskNumber,
        taskTitle,
        state,
        stateLabel: progressReportLifecycle.states[state],
        returnedReason,
      }));
  }

  private async openRequests(departmentId: string): Promise<OpenRequestView[]> {
    const requests = await this.requests.pending(departmentId);
    return requests.map(({ id, kindLabel, taskNumber, taskTitle, stateLabel, askedOn }) => ({
      id, kindLabel, taskNumber, taskTitle, stateLabel, askedOn,
    })); // prettier-ignore
  }
}

function itemOf(
  { ledgerId: _ledgerId, taskState, ...row }: OpenItemRow,
  own: Pick<OpenItemView, 'light' | 'explanation'> | undefined,
): OpenItemView {
  return {
    ...row,
    partStateLabel: assignmentLifecycle.states[row.partState],
    taskStateLabel: taskLifecycle.states[taskState],
    light: own?.light ?? null,
    explanation: own?.explanation ?? '',
  };
}
