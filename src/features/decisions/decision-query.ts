import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { preview } from '../../domain/procedure/decide-procedure.js';
import type { ProcedureDeed } from '../../domain/procedure/deed.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { scopeOf } from '../../platform/auth/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { JurisdictionsReader } from '../organization/jurisdictions.reader.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import { DecisionDesk, type OpenedDecision } from './decision-desk.js';
import { DecisionStore } from './decision.store.js';
import {
  presentDecision,
  type DecisionListResponse,
  type DecisionResponse,
  type DecisionViewing,
} from './present-decision.js';
import { presentPreview, type PreviewResponse } from './present-preview.js';
import { presentProcedure, type ProceduresResponse } from './present-procedure.js';
import { presentSheet, type DecisionSheetResponse } from './present-sheet.js';
import { ProcedureBook } from './procedure-book.js';

type Undertaker = Pick<DecisionViewing, 'department' | 'jurisdiction' | 'isOwn'>;

/** For a decision whose department is not in the register. */
const NOBODY: Undertaker = { department: { code: '', name: '' }, jurisdiction: null, isOwn: false };

/** What the screens show of decisions; a department sees what it undertakes. */
@Injectable()
export class DecisionQuery {
  constructor(
    private readonly desk: DecisionDesk,
    private readonly store: DecisionStore,
    private readonly book: ProcedureBook,
    private readonly organization: OrganizationReader,
    private readonly jurisdictions: JurisdictionsReader,
    private readonly clock: Clock,
  ) {}

  /** Decisions of a year, or of all years. */
  async list(year: number | null): Promise<DecisionListResponse> {
    const records = await this.store.list({ year, scope: scopeOf(currentActor()) });
    return { items: await this.lines(await this.desk.withFiles(records)) };
  }

  /** One decision with its stepper. */
  async sheet(id: string): Promise<DecisionSheetResponse> {
    const opened = await this.desk.open(id);
    const [line] = await this.lines([opened]);
    return presentSheet(opened, line as DecisionResponse, currentActor(), this.clock.today());
  }

  /** What a deed would meet now. */
  async preview(id: string, act: ProcedureDeed): Promise<PreviewResponse> {
    const { procedure } = await this.desk.open(id);
    const found = preview(procedure, { act, by: currentActor().post }, this.clock.today());
    return presentPreview(procedure.definition, found);
  }

  /** Every procedure there is. */
  async procedures(): Promise<ProceduresResponse> {
    return { items: (await this.book.all()).map(presentProcedure) };
  }

  /** Decisions as lines of a list, as they stand on a day; today where none is given. */
  async lines(opened: readonly OpenedDecision[], day?: Day): Promise<DecisionResponse[]> {
    const { dueSoonDays } = await this.book.rules();
    const today = day ?? this.clock.today();
    const undertakers = await this.undertakers(opened.map(({ decision }) => decision.departmentId));
    return opened.map((each) =>
      presentDecision(each, {
        today,
        dueSoonDays,
        ...(undertakers.get(each.decision.departmentId) ?? NOBODY),
      }),
    );
  }

  private async undertakers(ids: readonly string[]): Promise<Map<string, Undertaker>> {
    const departments = await this.organization.departmentsById([...new Set(ids)]);
    const nodes = await this.jurisdictions.at(
      [...departments.values()].map(({ jurisdiction }) => jurisdiction),
    );
    const own = currentActor().jurisdiction;
    return new Map(
      [...departments].map(([id, { code, name, jurisdiction: path }]) => [
        id,
        { department: { code, name }, jurisdiction: nodes.get(path) ?? null, isOwn: path === own },
      ]),
    );
  }
}
