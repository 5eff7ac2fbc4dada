import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { Month } from '../../../domain/calendar/month.js';
import type { RegisterNotice } from '../../../domain/snapshot/register-row.js';
import type { MonthRegisters, RegisterFigures } from '../../../domain/snapshot/register-text.js';
import { DecisionsReader } from '../../decisions/decisions.reader.js';
import { ofJurisdictionOnly, type Scope } from '../../../platform/auth/scope.js';
import { LedgerReader, type LedgerFacts } from '../../ledger/ledger.reader.js';
import { LitigationReader } from '../../litigation/litigation.reader.js';

/** What the registers of decisions and of court appearance bring into the month, asked through their doors. */
@Injectable()
export class RoundRegisters {
  constructor(
    private readonly decisions: DecisionsReader,
    private readonly litigation: LitigationReader,
    private readonly ledgers: LedgerReader,
  ) {}

  /** Rows and figures as of a day. Null for a ledger that takes none along: only the year's key tasks do, told in two rounds they would count twice. */
  async of(
    ledger: Pick<LedgerFacts, 'id' | 'kind' | 'year'>,
    month: Month,
    asOf: Day,
  ): Promise<(MonthRegisters & { jurisdiction: string }) | null> {
    if (ledger.kind !== 'KEY_TASKS') return null;
    const jurisdiction = await this.ledgers.jurisdictionOf(ledger.id);
    const scope = ofJurisdictionOnly(jurisdiction);
    const decisions = await this.decisions.monthRows(ledger.year, asOf, scope);
    const hearings = await this.litigation.monthRows(asOf, month, scope);
    return {
      jurisdiction,
      rows: [...decisions, ...hearings],
      figures: {
        ...(decisions.length > 0 && { DECISIONS: await this.decisionFigures(ledger.year, asOf, scope) }),
        ...(hearings.length > 0 && { HEARINGS: await this.hearingFigures(ledger.year, asOf, scope) }),
      },
    };
  }

  /** What both registers want told as of a day, whether or not it has been. */
  async notices(asOf: Day): Promise<RegisterNotice[]> {
    return [...(await this.decisions.notices(asOf)), ...(await this.litigation.notices(asOf))];
  }

  private async decisionFigures(year: number, asOf: Day, scope: Scope): Promise<RegisterFigures> {
    const { identified, finished, underWay } = await this.decisions.statistics(year, asOf, scope);
    return { identified: identified.length, finished: finished.length, underWay: underWay.length };
  }

  private async hearingFigures(year: number, asOf: Day, scope: Scope): Promise<RegisterFigures> {
    const { hearings, appearance } = await this.litigation.statistics(year, asOf, scope);
    return { hearings, obligations: appearance.denominator, fulfilled: appearance.numerator };
  }
}
