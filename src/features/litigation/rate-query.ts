import { currentActor } from '../../platform/auth/actor-context.js';
import { officeScopeOf, type Scope } from '../../platform/auth/scope.js';
import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { computeRate, type RateAnswer } from '../../domain/rate/compute-rate.js';
import type { CaseRegister, CourtCase } from '../../domain/rate/court-case.js';
import { successorOf, type Successors } from '../../domain/rate/duties.js';
import { placesOf } from '../../domain/rate/fraction.js';
import type { Period } from '../../domain/rate/period.js';
import type { RateVariant } from '../../domain/rate/variants.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import { CourtCaseStore } from './court-case.store.js';
import { LitigationSettings } from './litigation-settings.js';

/** What a rate is asked for. */
export interface RateWish {
  readonly variant: RateVariant;
  readonly period: Period;
  readonly asOf: Day;
  /** Code of a department, or null for the district. */
  readonly department: string | null;
  readonly register: CaseRegister;
  /** Whose cases; those of the actor's jurisdiction where none is given. */
  readonly scope?: Scope;
}

/** A department's rate beside the others'. */
export interface BoardRow {
  readonly department: string;
  /** As it is called on the day asked about. */
  readonly departmentName: string;
  /** 1, 1, 3; null where nothing was due. */
  readonly place: number | null;
  readonly answer: RateAnswer;
}

/** Works out rates from the records as they stood on a day. */
@Injectable()
export class RateQuery {
  constructor(
    private readonly store: CourtCaseStore,
    private readonly settings: LitigationSettings,
    private readonly organization: OrganizationReader,
  ) {}

  /** One rate with both its lists. */
  async rate(wish: RateWish): Promise<RateAnswer> {
    const [cases, ground] = [await this.cases(wish.asOf, wish.scope), await this.ground(wish.asOf)];
    return computeRate(cases, { ...wish, ...ground });
  }

  /** The district and every department that is a defendant in the period, those with the best rate first. */
  async board(wish: RateWish): Promise<{ whole: RateAnswer; rows: BoardRow[] }> {
    const [cases, ground] = [await this.cases(wish.asOf, wish.scope), await this.ground(wish.asOf)];
    const question = { ...wish, ...ground };
    const whole = computeRate(cases, question);
    const codes = new Set([...whole.counted, ...whole.excluded].map(({ department }) => department));
    const answers = [...codes].map((department) => ({
      department,
      answer: computeRate(cases, { ...question, department }),
    }));
    const places = placesOf(answers.map(({ answer }) => answer));
    const rows = await Promise.all(
      answers.map(async ({ department, answer }, i) => ({
        department,
        departmentName: (await this.organization.departmentByCode(department))?.name ?? department,
        place: places[i] ?? null,
        answer,
      })),
    );
    return { whole, rows: rows.toSorted(byPlace) };
  }

  /** Cases as they stood on a day, for what is counted beside the rates. */
  async cases(asOf: Day, scope: Scope = officeScopeOf(currentActor())): Promise<CourtCase[]> {
    return this.store.asOf(asOf, scope);
  }

  /** Code that answers today for a code of then. */
  async heirOf(department: string, asOf: Day): Promise<string> {
    return successorOf(department, await this.successors(asOf));
  }

  private async ground(asOf: Day) {
    return { policy: (await this.settings.rules()).rate, successors: await this.successors(asOf) };
  }

  private async successors(asOf: Day): Promise<Successors> {
    return this.organization.successors(asOf);
  }
}

function byPlace(a: BoardRow, b: BoardRow): number {
  const rank = ({ place, department }: BoardRow) => `${String(place ?? 9999).padStart(4, '0')} ${department}`;
  return rank(a) < rank(b) ? -1 : 1;
}
