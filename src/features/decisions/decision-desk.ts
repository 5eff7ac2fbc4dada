import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { Procedure } from '../../domain/procedure/entry.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { scopeOf } from '../../platform/auth/scope.js';
import { staleVersion } from '../../platform/database/version.js';
import { CalendarReader } from '../calendar/calendar.reader.js';
import { CatalogueStore, type ItemRecord } from './catalogue.store.js';
import { DecisionEntryStore, entryOf, type EntryRecord } from './decision-entry.store.js';
import { DecisionStore, type DecisionRecord, type PlanRecord } from './decision.store.js';
import { decisionNotFound } from './decisions.errors.js';
import { ProcedureBook } from './procedure-book.js';

/** A decision with its whole file. */
export interface OpenedDecision {
  decision: DecisionRecord;
  procedure: Procedure;
  rows: readonly EntryRecord[];
  plans: readonly PlanRecord[];
  items: readonly ItemRecord[];
}

/** Fact of a matter that stands in its year's catalogue. */
const CATALOGUED = 'CATALOGUED';

/** Lays decisions with their files before a deed or a question. */
@Injectable()
export class DecisionDesk {
  constructor(
    private readonly decisions: DecisionStore,
    private readonly entries: DecisionEntryStore,
    private readonly catalogues: CatalogueStore,
    private readonly book: ProcedureBook,
    private readonly calendar: CalendarReader,
  ) {}

  /** A decision the actor may see; with a version, refuses a stale one. */
  async open(id: string, version?: number): Promise<OpenedDecision> {
    const decision = await this.decisions.one(id, scopeOf(currentActor()));
    if (!decision) throw decisionNotFound();
    if (version !== undefined && decision.version !== version)
      throw staleVersion('major_decision', decision, version);
    const [opened] = await this.withFiles([decision]);
    if (!opened) throw decisionNotFound();
    return opened;
  }

  /** Decisions with their files, in the order given. */
  async withFiles(decisions: readonly DecisionRecord[]): Promise<OpenedDecision[]> {
    const ids = decisions.map(({ id }) => id);
    const rows = await this.entries.ofDecisions(ids);
    const plans = await this.decisions.plansOf(ids);
    const items = await this.catalogues.itemsOfDecisions(ids);
    const calendar = await this.calendar.calendar();
    const opened: OpenedDecision[] = [];
    for (const decision of decisions) {
      const own = rows.filter(({ decisionId }) => decisionId === decision.id);
      const places = items.filter(({ decisionId }) => decisionId === decision.id);
      opened.push({
        decision,
        rows: own,
        plans: plans.filter(({ decisionId }) => decisionId === decision.id),
        items: places,
        procedure: {
          definition: await this.book.one(decision.procedureId),
          calendar,
          traits: places.some(({ removedOn }) => removedOn === null) ? [CATALOGUED] : [],
          entries: own.map(entryOf),
        },
      });
    }
    return opened;
  }
}

/** The matter with the facts of a day: what the catalogue held then decides what could be left out then. */
export function procedureOn({ procedure, items }: OpenedDecision, day: Day): Procedure {
  const listed = items.some(
    ({ addedOn, removedOn }) => addedOn <= day && (removedOn === null || removedOn > day),
  );
  return { ...procedure, traits: listed ? [CATALOGUED] : [] };
}
