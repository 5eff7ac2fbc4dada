import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/auth/actor-context.js';
import type { DepartmentFacts } from '../../organization/organization.reader.js';
import { OwnDepartment } from '../own-department.js';
import { WhichLedger } from '../which-ledger.js';
import type { ReportSheetView } from './present-sheet.js';
import type { ReportSheetQuery } from './report-sheet-requests.js';
import { ReportSheetStore } from './report-sheet.store.js';
import { SheetDates } from './sheet-dates.js';
import { SheetLights } from './sheet-lights.js';
import { lineOf } from './sheet-lines.js';

/** 本月填报: everything a department has to report for a month, on one sheet. */
@Injectable()
export class ReportSheetService {
  constructor(
    private readonly store: ReportSheetStore,
    private readonly ledgers: WhichLedger,
    private readonly departments: OwnDepartment,
    private readonly lights: SheetLights,
    private readonly dates: SheetDates,
  ) {}

  /** The sheet; a department's own, whatever it asks; the office names one. */
  async sheet(query: ReportSheetQuery): Promise<ReportSheetView> {
    const ledger = await this.ledgers.find(query.ledger);
    const department = await this.departments.of(currentActor(), query.department);
    const round = await this.lights.round(ledger.id, query.month);
    const frozen = round !== null && round.snapshotSha256 !== null;
    const lights = await this.lights.of(ledger.id, round, department);
    const rows = await this.store.rows(ledger.id, query.month, department.id);
    const lines = rows.map((row) => lineOf(row, lights, !frozen));
    return {
      ledgerId: ledger.id,
      ledgerTitle: ledger.title,
      month: query.month,
      ...namesOf(department),
      ...(await this.dates.of(query.month, round)),
      frozen,
      toWrite: lines.filter(({ report }) => report === null || report.state === 'DRAFT').length,
      returned: lines.filter(({ report }) => report?.state === 'RETURNED').length,
      lines,
    };
  }
}

function namesOf({ code, name }: DepartmentFacts): Pick<ReportSheetView, 'department' | 'departmentName'> {
  return { department: code, departmentName: name };
}
