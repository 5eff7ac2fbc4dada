import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { RegisterNotice, RegisterRow } from '../../domain/snapshot/register-row.js';
import type { Scope } from '../../platform/auth/scope.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import { DecisionDesk, procedureOn, type OpenedDecision } from './decision-desk.js';
import { lightOf } from './decision-light.js';
import { noticesOf } from './decision-notices.js';
import { DecisionStatistics, isIdentified, type DecisionFigures } from './decision-statistics.js';
import { statusOn } from './decision-status.js';
import { DecisionStore } from './decision.store.js';
import { ProcedureBook } from './procedure-book.js';

interface Known {
  year: number | null;
  asOf: Day;
  scope: Scope;
}

/** What later features may ask about decisions. All from dated entries: an earlier day answers the same for ever. */
@Injectable()
export class DecisionsReader {
  constructor(
    private readonly desk: DecisionDesk,
    private readonly store: DecisionStore,
    private readonly book: ProcedureBook,
    private readonly organization: OrganizationReader,
    private readonly figures: DecisionStatistics,
  ) {}

  /** The decisions of a year as they stood at the end of a day, in the order of their numbers. */
  async monthRows(year: number, asOf: Day, scope: Scope = { kind: 'WHOLE' }): Promise<RegisterRow[]> {
    const { dueSoonDays } = await this.book.rules();
    const rows: RegisterRow[] = [];
    for (const opened of await this.known({ year, asOf, scope })) {
      const { decision, plans } = opened;
      const status = statusOn(procedureOn(opened, asOf), plans, asOf);
      const department = await this.organization.department(decision.departmentId);
      rows.push({
        register: 'DECISIONS',
        sortKey: decision.number,
        number: decision.number,
        title: decision.title,
        departmentCode: department?.code ?? '',
        departmentName: department?.name ?? '',
        standing: status.standing,
        ...lightOf(status, asOf, dueSoonDays),
        dueOn: status.finishOn,
      });
    }
    return rows;
  }

  /** What departments are to be told of their decisions as of a day: planned finish near or passed, dossiers due. */
  async notices(asOf: Day): Promise<RegisterNotice[]> {
    const rules = await this.book.rules();
    return (await this.known({ year: null, asOf, scope: { kind: 'WHOLE' } })).flatMap((opened) =>
      noticesOf(opened, statusOn(procedureOn(opened, asOf), opened.plans, asOf), asOf, rules),
    );
  }

  /** Counts of a year as of a day, with the decisions behind each. */
  async statistics(year: number, asOf: Day, scope?: Scope): Promise<DecisionFigures> {
    return this.figures.of(year, asOf, scope);
  }

  private async known({ year, asOf, scope }: Known): Promise<OpenedDecision[]> {
    const all = await this.desk.withFiles(await this.store.list({ year, scope }));
    return all.filter((opened) => isIdentified(opened, asOf));
  }
}
