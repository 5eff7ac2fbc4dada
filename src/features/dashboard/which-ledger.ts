import { Injectable } from '@nestjs/common';
import { LedgerReader, type LedgerFacts } from '../ledger/ledger.reader.js';
import { boardLedgerNotFound } from './dashboard.errors.js';

/** Finds a ledger by what people write in an address. */
@Injectable()
export class WhichLedger {
  constructor(private readonly ledgers: LedgerReader) {}

  /** A ledger by its id or code; refuses (LEDGER_NOT_FOUND) what is neither. */
  async find(idOrCode: string): Promise<LedgerFacts> {
    const byId = await this.ledgers.wholeLedger(idOrCode);
    const ledger = byId ?? (await this.ledgers.ledgers()).find(({ code }) => code === idOrCode);
    if (!ledger) throw boardLedgerNotFound();
    return ledger;
  }
}
