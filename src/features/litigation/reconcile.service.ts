import { Injectable } from '@nestjs/common';
import { compareLists, type CourtLine } from '../../domain/rate/compare-lists.js';
import { cleanCaseNumber } from '../../domain/rate/deeds/keep-case.js';
import { quarterPeriod } from '../../domain/rate/period.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CourtFiguresStore } from './court-figures.store.js';
import { DepartmentCodes } from './department-codes.js';
import { courtFiguresMissing, courtLineTwice } from './litigation.errors.js';
import { requireOffice } from './litigation.policy.js';
import { presentDifference, type ReconciliationResponse } from './present-rate.js';
import { RateQuery } from './rate-query.js';

/** 与法院数据核对（法释〔2020〕3号第十四条）: the court's list of a quarter is kept and held against the register. */
@Injectable()
export class ReconcileService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CourtFiguresStore,
    private readonly codes: DepartmentCodes,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly rates: RateQuery,
  ) {}

  /** Keeps the court's list of a quarter for the actor's jurisdiction in place of the one before. Refuses what is no case number, and a case twice. */
  async enter(year: number, quarter: number, wished: readonly CourtLine[]): Promise<void> {
    requireOffice(currentActor(), '录入法院名单');
    const lines = await this.checked(wished);
    await this.unitOfWork.run(async () => {
      const { jurisdiction, departmentId: ownerDepartmentId } = currentActor();
      const before = await this.store.of(year, quarter, jurisdiction);
      const entered = { lines, enteredOn: this.clock.today(), enteredBy: currentActor().post };
      const id = before?.id ?? newId();
      if (before) await this.store.replace(before, entered);
      else
        await this.store.insert({
          id,
          year,
          quarter,
          jurisdiction,
          ownerDepartmentId,
          ...entered,
          version: 1,
        });
      this.audit.record({
        operation: 'litigation.enter-court-figures',
        objectKind: 'court-figures',
        objectId: id,
        before: before && { lines: before.lines.length },
        after: { year, quarter, lines: lines.length },
      });
    });
  }

  /** Differences case by case between the list of the actor's jurisdiction and its cases, by R1 as of today; refuses a quarter whose list is not there. */
  async compare(year: number, quarter: number): Promise<ReconciliationResponse> {
    const figures = await this.store.of(year, quarter, currentActor().jurisdiction);
    if (!figures) throw courtFiguresMissing(year, quarter);
    const answer = await this.rates.rate({
      variant: 'R1',
      period: quarterPeriod(year, quarter),
      asOf: this.clock.today(),
      department: null,
      register: 'ADMINISTRATIVE',
    });
    const { lines, enteredOn, version } = figures;
    return {
      year,
      quarter,
      enteredOn,
      courtLines: lines.length,
      courtAppeared: lines.filter(({ appeared }) => appeared === true).length,
      numerator: answer.numerator,
      denominator: answer.denominator,
      label: answer.label,
      differences: compareLists(lines, answer).map(presentDifference),
      version,
    };
  }

  private async checked(wished: readonly CourtLine[]): Promise<CourtLine[]> {
    const lines = wished.map((line) => ({ ...line, case: cleanCaseNumber(line.case) }));
    const seen = new Set<string>();
    for (const { case: number, department, heldOn } of lines) {
      const key = `${number} ${department ?? ''} ${heldOn ?? ''}`;
      if (seen.has(key)) throw courtLineTwice(number);
      seen.add(key);
      if (department !== null) await this.codes.idOf(department);
    }
    return lines;
  }
}
