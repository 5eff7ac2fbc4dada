import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/month.js';
import { scopeOf } from '../../platform/auth/scope.js';
import { departmentScopeOf, NO_DEPARTMENT } from '../../platform/auth/actor.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../platform/http/cursor.js';
import { MissingReportsReader } from './missing-reports.reader.js';
import {
  presentMissing,
  presentReport,
  presentReportSheet,
  type MissingResponse,
  type ReportResponse,
  type ReportSheetResponse,
} from './present-report.js';
import { ReportDesk } from './report-desk.js';
import { ReportNames } from './report-names.js';
import { ReportVersionStore } from './report-version.store.js';
import { ReportStore, type ReportRecord } from './report.store.js';

/** What a list is asked for; the department by its code. */
export interface ReportWish {
  ledger?: string;
  month?: Month;
  department?: string;
  /** One or more, joined by commas. */
  state?: string;
  late?: string;
}

/** What the screens show of reports; a department sees its own only. */
@Injectable()
export class ReportQuery {
  constructor(
    private readonly reports: ReportStore,
    private readonly versions: ReportVersionStore,
    private readonly desk: ReportDesk,
    private readonly missingReports: MissingReportsReader,
    private readonly names: ReportNames,
  ) {}

  /** One page in the ledger's order, after a cursor. */
  async page(wish: ReportWish, after: string | undefined, limit: number): Promise<Page<ReportResponse>> {
    const { ledger = null, month = null, state, late } = wish;
    const departmentId = await this.scopeOf(wish.department);
    const states = state === undefined ? null : state.split(',');
    const filter = {
      ledgerId: ledger,
      month,
      scope: scopeOf(currentActor()),
      departmentId,
      states,
      lateOnly: late === 'true',
    };
    const records = await this.reports.page(filter, idOf(after), limit + 1);
    const present = await this.presenter(records.slice(0, limit));
    return pageOf(records, limit, present, ({ id }) => [id]);
  }

  /** One report with everything that was ever submitted for it. */
  async sheet(id: string): Promise<ReportSheetResponse> {
    const report = await this.desk.open(id);
    const present = await this.presenter([report]);
    const versions = await this.versions.of(id);
    return presentReportSheet(present(report), versions, await this.names.evidence(versions));
  }

  /** Reports by id, in the order asked for. */
  async many(ids: readonly string[]): Promise<ReportResponse[]> {
    const records = new Map((await this.reports.many(ids)).map((record) => [record.id, record]));
    const present = await this.presenter([...records.values()]);
    return ids.flatMap((id) => records.get(id) ?? []).map(present);
  }

  /** What is owed for a month and was never submitted. */
  async missing(
    of: { ledger: string; month: Month; department?: string },
    after: string | undefined,
    limit: number,
  ): Promise<Page<MissingResponse>> {
    const departmentId = await this.scopeOf(of.department);
    const page = await this.missingReports.page(
      { ledgerId: of.ledger, month: of.month, departmentId },
      idOf(after),
      limit,
    );
    const departments = await this.names.departments(page.items.map((item) => item.departmentId));
    const next = page.next === null ? null : encodeCursor([page.next]);
    return { items: page.items.map((item) => presentMissing(item, departments)), next };
  }

  private async presenter(records: readonly ReportRecord[]): Promise<(row: ReportRecord) => ReportResponse> {
    const departments = await this.names.departments(records.map((row) => row.departmentId));
    const tasks = await this.names.tasks(records.map((row) => row.taskId));
    const evidenceOf = await this.names.evidence(records);
    return (row) =>
      presentReport(row, tasks.get(row.taskId), evidenceOf(row), departments.get(row.departmentId));
  }

  private async scopeOf(code: string | undefined): Promise<string | null> {
    const own = departmentScopeOf(currentActor());
    if (code === undefined) return own;
    const id = await this.names.departmentId(code);
    // A foreign or unknown one gives an empty list and not a hint.
    return id === null || (own !== null && own !== id) ? NO_DEPARTMENT : id;
  }
}

/** The id a cursor stands for; every id comes after the empty one. */
function idOf(cursor: string | undefined): string {
  return cursor === undefined ? '' : String(decodeCursor(cursor, 1)[0]);
}
