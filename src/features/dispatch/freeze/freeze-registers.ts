import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { Month } from '../../../domain/calendar/month.js';
import { registerLines, type MonthRegisters } from '../../../domain/snapshot/register-text.js';
import type { LedgerFacts } from '../../ledger/ledger.reader.js';
import { chainLines } from './freeze-progress.js';
import { RegisterStore, type FlagChanges } from '../snapshot/register.store.js';
import { RoundRegisters } from '../snapshot/round-registers.js';

/** What the other registers add to a freeze, done or only looked at. */
export interface RegistersOfMonth extends MonthRegisters {
  /** The month's hash with them in it; unchanged where they are empty. */
  hash: string;
  flags: FlagChanges;
}

/** Puts decisions and hearings into a month: judged by the same code whether it is frozen or previewed. */
@Injectable()
export class FreezeRegisters {
  constructor(
    private readonly registers: RoundRegisters,
    private readonly store: RegisterStore,
  ) {}

  /** Writes rows and flags into the round, inside the open unit; `hash` is the chain over the tasks. */
  async freeze(
    ledger: LedgerFacts,
    month: Month,
    asOf: Day,
    roundId: string,
    hash: string,
  ): Promise<RegistersOfMonth> {
    const found = await this.registers.of(ledger, month, asOf);
    if (!found) return nothing(hash);
    await this.store.add(roundId, found.rows);
    const flags = await this.store.flag(overdue(found), month, found.jurisdiction);
    return { ...found, hash: chainLines(hash, registerLines(found)), flags };
  }

  /** The same without writing. */
  async preview(ledger: LedgerFacts, month: Month, asOf: Day, hash: string): Promise<RegistersOfMonth> {
    const found = await this.registers.of(ledger, month, asOf);
    if (!found) return nothing(hash);
    const flags = await this.store.wouldFlag(overdue(found), found.jurisdiction);
    return { ...found, hash: chainLines(hash, registerLines(found)), flags };
  }
}

/** A ledger that takes none along leaves the hash as it is, and the flags to the round that raised them. */
function nothing(hash: string): RegistersOfMonth {
  return { rows: [], figures: {}, hash, flags: { raised: 0, cleared: 0 } };
}

function overdue({ rows }: MonthRegisters) {
  return rows.filter((row) => row.overdueDays > 0 && row.dueOn !== null);
}
