import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import type { RegisterNotice } from '../../domain/snapshot/register-row.js';
import type { MonthRegisters, RegisterFigures } from '../../domain/snapshot/register-text.js';
import { DecisionsReader } from '../decisions/decisions.reader.js';
import type { LedgerFacts } from '../ledger/ledger.reader.js';
import { LitigationReader } from '../litigation/litigation.reader.js';

/** What the registers of decisions and of court appearance bring into the month, asked through their doors. */
@Injectable()
export class RoundRegisters {
  constructor(
    private readonly decisions: DecisionsReader,
    private readonly litigation: LitigationReader,
  ) {}

  /** Rows and figures as of a day. Null for a ledger that takes none along: only the year's key tasks do, told in two rounds they would count twice. */
  async of(
    ledger: Pick<LedgerFacts, 'kind' | 'year'>,
    month: Month,
    asOf: Day,
  ): Promise<MonthRegisters | null> {
    if (ledger.kind !== 'KEY_TASKS') return null;
    const decisions = await this.decisions.monthRows(ledger.year, asOf);
    const hearings = await this.litigation.monthRows(asOf, month);
    return {
      rows: [...decisions, ...hearings],
      figures: {
        ...(decisions.length > 0 && { DECISIONS: await this.decisionFigures(ledger.year, asOf) }),
        ...(hearings.length > 0 && { HEARINGS: await this.hearingFigures(ledger.year, asOf) }),
      },
    };
  }

  /** What both registers want told as of a day, whether or not it has been. */
  async notices(asOf: Day): Promise<RegisterNotice[]> {
    return [...(await this.decisions.notices(asOf)), ...(await this.litigation.notices(asOf))];
  }

  private async decisionFigures(year: number, asOf: Day): Promise<RegisterFigures> {
    const { identified, finished, underWay } = await this.decisions.statistics(year, asOf);
    return { identified: identified.length, finished: finished.length, underWay: underWay.length };
  }

  private async hearingFigures(year: number, asOf: Day): Promise<RegisterFigures> {
    const { hearings, appearance } = await this.litigation.statistics(year, asOf);
    return { hearings, obligations: appearance.denominator, fulfilled: appearance.numerator };
  }
}
