import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { scopeOf, type Scope } from '../../platform/auth/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { DecisionDesk, procedureOn, type OpenedDecision } from './decision-desk.js';
import { statusOn } from './decision-status.js';
import { DecisionStore } from './decision.store.js';

/** Counts with the decisions behind each. */
export interface DecisionFigures {
  year: number;
  asOf: Day;
  /** 确定的: entered by the day and not taken out of the catalogue. */
  identified: readonly string[];
  /** 完成的: the procedure had been finished. */
  finished: readonly string[];
  /** 推进的: neither finished nor stopped. */
  underWay: readonly string[];
  suspended: readonly string[];
  terminated: readonly string[];
}

/** 统计: computed from dated entries, so that an earlier day answers the same for ever. */
@Injectable()
export class DecisionStatistics {
  constructor(
    private readonly desk: DecisionDesk,
    private readonly store: DecisionStore,
    private readonly clock: Clock,
  ) {}

  /** The figures of a year as of a day; of today where none is given. */
  async of(year: number, asOf?: Day, scope: Scope = scopeOf(currentActor())): Promise<DecisionFigures> {
    const day = asOf ?? this.clock.today();
    const all = await this.desk.withFiles(await this.store.list({ year, scope }));
    return figuresOf(year, day, all);
  }
}

/** Takes the decisions of a year; gives the figures of a day. Pure. */
export function figuresOf(year: number, day: Day, all: readonly OpenedDecision[]): DecisionFigures {
  const identified = all.filter((each) => isIdentified(each, day));
  const of = (wanted: string): string[] =>
    identified.filter((each) => standingOf(each, day) === wanted).map(({ decision }) => decision.id);
  return {
    year,
    asOf: day,
    identified: identified.map(({ decision }) => decision.id),
    finished: of('FINISHED'),
    underWay: of('UNDER_WAY'),
    suspended: of('SUSPENDED'),
    terminated: of('TERMINATED'),
  };
}

/** A decision counts from the day it was entered until it is taken out of the catalogue. */
export function isIdentified({ decision, items }: OpenedDecision, day: Day): boolean {
  const known = items.filter(({ addedOn }) => addedOn <= day);
  const standing = known.some(({ removedOn }) => removedOn === null || removedOn > day);
  return decision.createdOn <= day && (known.length === 0 || standing);
}

function standingOf(opened: OpenedDecision, day: Day): string {
  const { state, finishedOn } = statusOn(procedureOn(opened, day), opened.plans, day);
  if (state === 'TERMINATED') return state;
  if (finishedOn !== null) return 'FINISHED';
  return state === 'SUSPENDED' ? state : 'UNDER_WAY';
}
