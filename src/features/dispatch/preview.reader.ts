import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import type { RegisterRow } from '../../domain/snapshot/register-row.js';
import { Clock } from '../../platform/clock/clock.js';
import type { LedgerFacts } from '../ledger/ledger.reader.js';
import { monthsUpTo } from './ledger-months.js';
import { PreviewService } from './preview.service.js';
import type { KeyedRow } from './snapshot/snapshot-columns.js';

/** A reminder the freeze would issue today, before it has a number. */
export interface PlannedFacts {
  taskId: string;
  departmentId: string;
  /** TASK · MILESTONE · REPORT. */
  subjectKind: string;
  subjectId: string;
  rung: string;
  label: string;
  paper: string;
  /** Posts of the department that get it; the supervising leader is told beside them. */
  to: ('LIAISON' | 'HEAD')[];
  copiesLeader: boolean;
  /** Who must approve it before it goes out; null: it goes out with the freeze. */
  approver: 'DIRECTOR' | 'LEADER' | null;
  sendOn: Day;
  replyBy: Day | null;
  explanation: string;
}

/** A month as a freeze today would give it. */
export interface MonthPreview {
  rows: PreviewRow[];
  planned: PlannedFacts[];
  /** Decisions and hearings. */
  registers: readonly RegisterRow[];
}

/** A row a freeze would write today, with the keys it is found by. */
export type PreviewRow = KeyedRow;

/** What later features may ask about a freeze that has not been done. */
@Injectable()
export class PreviewReader {
  constructor(
    private readonly previews: PreviewService,
    private readonly clock: Clock,
  ) {}

  /** What a freeze today would write and whom it would remind. Refuses a month outside the ledger. */
  async preview(ledger: LedgerFacts, month: Month): Promise<MonthPreview> {
    const today = this.clock.today();
    monthsUpTo(ledger, month, today);
    const { rows, planned, registers } = await this.previews.preview(ledger, month, today);
    const facts = planned.map(({ due, taskId, departmentId, subjectKind, subjectId }) => ({
      // A freeze reminds of tasks; notices of other registers go out on their own days.
      taskId: taskId ?? '',
      departmentId,
      subjectKind,
      subjectId,
      rung: due.rung,
      label: due.paper.label,
      paper: due.paper.paper,
      to: due.paper.to.filter((one) => one === 'LIAISON' || one === 'HEAD'),
      copiesLeader: [...due.paper.to, ...due.paper.cc].includes('SUPERVISING_LEADER'),
      approver: due.paper.approver,
      sendOn: due.sendOn,
      replyBy: due.replyBy,
      explanation: due.explanation,
    }));
    return { rows, planned: facts, registers };
  }
}
