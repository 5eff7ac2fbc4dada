import { Injectable } from '@nestjs/common';
import type { OfferedDeed } from '../../domain/task/offer.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { offerExtensionDeeds } from './extension/offer-extension-deeds.js';
import type { KeptRow } from './import/row-plan.js';
import type { LedgerFacts } from './ledger-facts.js';
import { LedgerRules } from './ledger-rules.js';
import { OpenLedgers } from './open-ledgers.js';
import { DeadlineBook } from './tasks/deadline-book.js';
import { DepartmentBooks } from './tasks/department-books.js';
import { offerTaskDeeds } from './tasks/offer-task-deeds.js';
import { presentTask, type TaskResponse } from './tasks/present-task.js';
import { TaskSheets } from './task-sheets.js';

export type { TaskResponse } from './tasks/present-task.js';

/** The requirement as it was issued: the row of the file, untouched. */
export interface SourceRow {
  fileSha256: string;
  sheet: string;
  row: number;
  cells: { heading: string; text: string }[];
}

/** A task as its own page shows it. */
export interface TaskPageFacts {
  task: TaskResponse;
  ledger: LedgerFacts;
  /** Null for a task made by hand. */
  source: SourceRow | null;
  /** Parts with the department's id, which never goes out. */
  departmentOf: ReadonlyMap<string, string>;
  deeds: OfferedDeed[];
}

/** What the page of one task asks of the ledger, within what the actor may see. */
@Injectable()
export class TaskPageReader {
  constructor(
    private readonly sheets: TaskSheets,
    private readonly ledgers: OpenLedgers,
    private readonly books: DepartmentBooks,
    private readonly deadlines: DeadlineBook,
    private readonly rules: LedgerRules,
    private readonly clock: Clock,
  ) {}

  /** Everything about a task; one the actor may not see is refused as if there were none (TASK_NOT_FOUND). */
  async page(id: string): Promise<TaskPageFacts> {
    const sheet = await this.sheets.open(id);
    const { task, parts, milestones, requests, bonds } = sheet;
    const today = this.clock.today();
    const names = await this.books.names(today);
    const ledger = await this.ledgers.find(task.ledgerId);
    const ground = {
      task,
      ledger,
      parts,
      milestones,
      requests,
      bonds,
      deadline: await this.deadlines.deadlineOf(task),
      setting: await this.deadlines.setting(today),
      objectionDays: this.rules.objectionDays,
      today,
      nameOf: (departmentId: string) => names.get(departmentId)?.name ?? '',
    };
    const actor = currentActor();
    return {
      task: presentTask(sheet, names),
      ledger,
      source: sourceOf(task.rawCells),
      departmentOf: new Map(parts.map((part) => [part.id, part.departmentId])),
      deeds: [...offerTaskDeeds(actor, ground), ...offerExtensionDeeds(actor, task, requests)],
    };
  }
}

function sourceOf(rawCells: string): SourceRow | null {
  const { cells, fileSha256, place } = JSON.parse(rawCells) as Partial<KeptRow>;
  if (!cells || !place) return null;
  return {
    fileSha256: fileSha256 ?? '',
    ...place,
    cells: Object.entries(cells).map(([heading, text]) => ({ heading, text })),
  };
}
