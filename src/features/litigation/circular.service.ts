import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { quarterPeriod, yearPeriod } from '../../domain/rate/period.js';
import { circularContent } from './circular-content.js';
import { circularFile } from './circular-files.js';
import type { CircularFormat } from './circular-format.pipe.js';
import { LitigationSettings } from './litigation-settings.js';
import { RateQuery, type RateWish } from './rate-query.js';

/** 季度通报: written from the records of a day, so the same day always gives the same file. */
@Injectable()
export class CircularService {
  constructor(
    private readonly rates: RateQuery,
    private readonly settings: LitigationSettings,
  ) {}

  /** Takes year, quarter, form and the day whose records count; gives the bytes. */
  async file(year: number, quarter: number, format: CircularFormat, asOf: Day): Promise<Buffer> {
    const period = quarterPeriod(year, quarter);
    const wish: RateWish = { variant: 'R1', period, asOf, department: null, register: 'ADMINISTRATIVE' };
    const { whole, rows } = await this.rates.board(wish);
    const { to } = period;
    const content = circularContent({
      year,
      quarter,
      period,
      asOf,
      office: (await this.settings.rules()).office,
      whole,
      rows,
      yearToDate: await this.rates.rate({ ...wish, period: { from: yearPeriod(year).from, to } }),
      principal: await this.rates.rate({ ...wish, variant: 'R5' }),
      voice: await this.rates.rate({ ...wish, variant: 'R7' }),
      cases: await this.rates.cases(asOf),
    });
    return circularFile(content, format);
  }
}
