import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { ledgerNotFound, ledgerStateWrong } from './ledger.errors.js';
import type { LedgerFacts } from './ledger-facts.js';
import { LedgerStore } from './ledger.store.js';
import { OwnLedger } from './own-ledger.js';

/** Finds ledgers by what people call them. */
@Injectable()
export class OpenLedgers {
  constructor(
    private readonly ledgers: LedgerStore,
    private readonly own: OwnLedger,
  ) {}

  /** Takes an id or a code such as `KT-2023`; refuses one that does not exist, and to change one of another jurisdiction. */
  async find(idOrCode: string): Promise<LedgerFacts> {
    const ledger = await this.ledgers.named(idOrCode);
    if (!ledger) throw ledgerNotFound();
    await this.own.require(ledger.id);
    return ledger;
  }

  /** The same; refuses a closed ledger too. */
  async open(idOrCode: string, deed: string): Promise<LedgerFacts> {
    const ledger = await this.find(idOrCode);
    requireLedgerOpen(ledger, deed);
    return ledger;
  }
}

/** Refuses what is not done in a closed ledger any more. */
export function requireLedgerOpen(ledger: Pick<LedgerFacts, 'code' | 'state'>, deed: string): void {
  if (ledger.state === 'CLOSED') throw ledgerStateWrong(ledger.code, deed, ledger.state);
}

/** The day tasks of a ledger begin on while its issue day is not known. */
export function beginningOf(ledger: Pick<LedgerFacts, 'issuedOn' | 'year'>): Day {
  return ledger.issuedOn ?? `${ledger.year}-01-01`;
}
