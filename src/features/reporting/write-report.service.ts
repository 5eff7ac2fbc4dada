import { Injectable } from '@nestjs/common';
import { isLateReport } from '../../domain/cycle/month-cycle.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { cleanText } from '../../platform/office/clean-text.js';
import { CycleReader } from '../calendar/cycle.reader.js';
import {
  requireEditable,
  requireFigures,
  requireSubmittable,
  stateAfter,
  type ReportContent,
} from './decide-report.js';
import { ReportDesk } from './report-desk.js';
import { ReportGround } from './report-ground.js';
import { ReportVersionStore } from './report-version.store.js';
import { batchRefused, refusalOf, type BatchFault } from './reporting.errors.js';
import { requireReporter } from './reporting.policy.js';
import type { ReportRecord } from './report.store.js';

/** What a department writes, and what proves it. */
export type WrittenContent = Partial<ReportContent> & { evidenceIds?: string[] };

/** One report of a batch: what is left out stays as drafted. */
export interface Submission {
  id: string;
  version?: number;
  content: WrittenContent;
}

/** 填报、报送: what a department does with its form of a month. */
@Injectable()
export class WriteReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: ReportDesk,
    private readonly ground: ReportGround,
    private readonly versions: ReportVersionStore,
    private readonly cycles: CycleReader,
    private readonly clock: Clock,
  ) {}

  /** Keeps what is written so far; nobody counts it until it is submitted. */
  async saveDraft(id: string, content: WrittenContent, version?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const report = await this.openOwn(id, version);
      requireEditable(report.state);
      await this.ground.requireOwed(report);
      const written = changesOf(content);
      requireFigures({ ...report, ...written });
      const changes = changedOnly(report, written);
      if (changes.evidenceIds !== undefined) await this.ground.requireCitable({ ...report, ...changes });
      // A page saves by itself every few seconds; what changes nothing is no event and no new version.
      if (Object.keys(changes).length > 0) await this.desk.save(report, changes, 'reporting.draft');
    });
  }

  /**
   * Submits a report, with the given content or as drafted. Marked 逾期报送 when the month's first submission comes after
   * the cut-off: a report returned for revision after it is not late for that. Refused once the freeze has begun.
   */
  async submit(id: string, content: WrittenContent = {}, version?: number): Promise<void> {
    await this.cycles.rules();
    const submission = version === undefined ? { id, content } : { id, content, version };
    await this.unitOfWork.run(() => this.submitOne(submission));
  }

  /** Submits a department's reports together: all of them, or none with the fault of each. */
  async submitTogether(submissions: readonly Submission[]): Promise<void> {
    await this.cycles.rules();
    await this.unitOfWork.run(async () => {
      const faults: BatchFault[] = [];
      for (const submission of submissions) {
        const refusal = await this.submitOne(submission).then(() => null, refusalOf);
        if (refusal) faults.push({ id: submission.id, code: refusal.code, message: refusal.message });
      }
      if (faults.length > 0) throw batchRefused(faults);
    });
  }

  /** The office's rules are read from a file once; callers ask for them before the unit, which holds nothing slow. */
  private async submitOne({ id, content, version }: Submission): Promise<void> {
    const report = await this.openOwn(id, version);
    const state = stateAfter(report.state, 'SUBMIT');
    await this.ground.requireOwed(report);
    const written = { ...report, ...changesOf(content) };
    await this.ground.requireCitable(written);
    requireSubmittable(written, (await this.ground.lastVerified(report))?.progress ?? null);
    const submitted = { submittedOn: this.clock.today(), submittedAt: this.clock.now() };
    const changes = {
      ...changesOf(content),
      ...submitted,
      state,
      isLate: await this.lateness(report),
      verifiedProgress: null,
      reviewedOn: null,
      reviewedBy: null,
    };
    // The report first: whoever was slower is told so there, before a second version is kept.
    await this.desk.save(report, changes, 'reporting.submit');
    await this.versions.keep(written, { ...submitted, submittedBy: currentActor().post });
    await this.ground.tellCited(written);
  }

  private async lateness(report: ReportRecord): Promise<number> {
    if (report.submittedOn !== null) return report.isLate;
    const cycle = await this.cycles.cycleOf(report.month);
    return Number(isLateReport(cycle, this.clock.today(), this.clock.timeOfDay()));
  }

  private async openOwn(id: string, version?: number): Promise<ReportRecord> {
    const report = await this.desk.open(id, version);
    requireReporter(currentActor(), report.departmentId);
    await this.desk.requireTaking(report);
    return report;
  }
}

/** Only what was given; texts without blanks around them and without characters no paper can hold. */
function changesOf({ evidenceIds, ...content }: WrittenContent): Partial<ReportRecord> {
  const given = Object.entries(content).filter(([, value]) => value !== undefined);
  const named = evidenceIds === undefined ? {} : { evidenceIds: JSON.stringify([...new Set(evidenceIds)]) };
  const changes = Object.fromEntries(
    given.map(([name, value]) => [name, typeof value === 'string' ? cleanText(value).trim() : value]),
  );
  return { ...changes, ...named };
}

/** Of what was given, only what differs from what is kept. */
function changedOnly(report: ReportRecord, content: Partial<ReportRecord>): Partial<ReportRecord> {
  const changed = Object.entries(content).filter(
    ([name, value]) => report[name as keyof ReportRecord] !== value,
  );
  return Object.fromEntries(changed);
}
