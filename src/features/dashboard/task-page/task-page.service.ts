import { Injectable } from '@nestjs/common';
import { departmentScopeOf } from '../../../platform/auth/actor.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { TaskPageReader, type TaskPageFacts } from '../../ledger/task-page.reader.js';
import { TaskReportsReader, type TaskReports } from '../../reporting/task-reports.reader.js';
import { LightHistory } from './light-history.js';
import type { TaskPageView } from './present-task-page.js';
import { TaskAudit } from './task-audit.js';
import { TaskLights } from './task-lights.js';
import { TaskReminders } from './task-reminders.js';

/** Everything about one task on one page, each part within what the actor may see of it. */
@Injectable()
export class TaskPageService {
  constructor(
    private readonly pages: TaskPageReader,
    private readonly reports: TaskReportsReader,
    private readonly lights: TaskLights,
    private readonly reminders: TaskReminders,
    private readonly history: LightHistory,
    private readonly audit: TaskAudit,
  ) {}

  /** The page of a task; one the actor may not see is refused as if there were none (TASK_NOT_FOUND). */
  async show(id: string): Promise<TaskPageView> {
    const page = await this.pages.page(id);
    const scope = departmentScopeOf(currentActor());
    const reported = await this.reports.of(id);
    const { light, parts } = await this.lights.of(page, scope);
    const reminders = await this.reminders.of(id, scope);
    return {
      task: page.task,
      ledger: ledgerOf(page),
      source: page.source,
      light,
      parts,
      reports: reported.reports,
      closeOutRequests: reported.closeOutRequests,
      reminders,
      history: await this.history.of(id, scope),
      audit: await this.audit.of(page, reported, reminders, scope),
      deeds: deedsOf(page, reported),
    };
  }
}

function ledgerOf({ ledger }: TaskPageFacts): TaskPageView['ledger'] {
  const { id, code, title, state, issuedOn, sourceNumber } = ledger;
  return { id, code, title, state, issuedOn, sourceNumber };
}

/** What can be done stands first; the rest says why not. */
function deedsOf(page: TaskPageFacts, reported: TaskReports): TaskPageView['deeds'] {
  const deeds = [...page.deeds, ...reported.deeds];
  return [...deeds.filter((deed) => deed.possible), ...deeds.filter((deed) => !deed.possible)];
}
