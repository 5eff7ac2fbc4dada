import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { DepartmentCodes } from './department-codes.js';
import { periodTurned } from './litigation.errors.js';
import { presentBoardRow, presentRate, type RateBoardResponse, type RateResponse } from './present-rate.js';
import { RateQuery, type RateWish } from './rate-query.js';
import { periodOf, type RateListQuery, type RateOfQuery } from './rate-requests.js';

/** Rates as people ask for them: a department is told its own only. */
@Injectable()
export class CourtAppearanceQuery {
  constructor(
    private readonly rates: RateQuery,
    private readonly codes: DepartmentCodes,
    private readonly clock: Clock,
  ) {}

  /** One rate with its lists. */
  async rate({ department, ...query }: RateOfQuery): Promise<RateResponse> {
    if (department !== undefined) await this.codes.idOf(department);
    const wish = await this.wishOf(query, department ?? null);
    return presentRate(await this.rates.rate(wish), { ...wish.period, asOf: wish.asOf });
  }

  /** The whole and each department. */
  async board(query: RateListQuery): Promise<RateBoardResponse> {
    const wish = await this.wishOf(query, null);
    const { whole, rows } = await this.rates.board(wish);
    return {
      whole: presentRate(whole, { ...wish.period, asOf: wish.asOf }),
      // Alone on the board, a department would always be first.
      items: rows
        .map(presentBoardRow)
        .map((row) => (wish.department === null ? row : { ...row, place: null })),
    };
  }

  /** For another department than one's own the answer is one's own: its cases are as good as none. */
  private async wishOf(query: RateListQuery, department: string | null): Promise<RateWish> {
    const period = periodOf(query);
    if (period.from > period.to) throw periodTurned(period.from, period.to);
    const own = await this.codes.scopeCode();
    return {
      variant: query.variant ?? 'R1',
      period,
      asOf: query.asOf ?? this.clock.today(),
      department: own ?? department,
      register: query.register ?? 'ADMINISTRATIVE',
    };
  }
}
