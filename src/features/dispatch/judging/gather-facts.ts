import { Injectable } from '@nestjs/common';
import { addToMonth, monthOf } from '../../../domain/calendar/month.js';
import { EvidenceReader } from '../../evidence/evidence.reader.js';
import type { TaskFacts } from '../../ledger/ledger.reader.js';
import { ReportingReader } from '../../reporting/reporting.reader.js';
import { missedRuns } from './missed-runs.js';
import type { MonthGround } from './month-ground.js';
import type { PageFacts } from './part-facts.js';
import { PreviousRounds } from './previous-rounds.js';

/** Gathers what a page of tasks is judged by, with a fixed number of questions however many tasks it holds. */
@Injectable()
export class GatherFacts {
  constructor(
    private readonly reports: ReportingReader,
    private readonly evidence: EvidenceReader,
    private readonly previous: PreviousRounds,
  ) {}

  /** Everything known about these tasks as of the ground's day. */
  async of(ground: MonthGround, tasks: readonly TaskFacts[]): Promise<PageFacts> {
    const ids = tasks.map((task) => task.id);
    const { month, today, thresholds } = ground;
    const range = [tasks[0]?.sortKey ?? '', tasks.at(-1)?.sortKey ?? ''] as const;
    return {
      today,
      cutOffPassed: ground.cutOffPassed,
      reports: await this.reports.reportsOf(ids, month, today),
      previousReports: ground.cutOffPassed
        ? new Map()
        : await this.reports.reportsOf(ids, addToMonth(month, -1), today),
      verified: await this.reports.latestVerified(
        ids,
        monthOf(today) < month ? monthOf(today) : month,
        today,
      ),
      missed: await missedRuns(this.reports, tasks, {
        upTo: ground.lastDueMonth,
        redFrom: thresholds.missedReports,
        asOf: today,
      }),
      redMonthsBefore: await this.previous.redMonths(ground.previousRoundId, ...range),
      evidence: await this.evidence.hashesOf(ids, today),
      departments: ground.departments,
      thresholds,
    };
  }
}
