import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Database } from '../../platform/database/database.js';
import { otherJurisdiction } from './ledger.errors.js';
import { LedgerStore } from './ledger.store.js';

/** A city reads its districts' ledgers, a district those in which it has a part; each changes only its own. */
@Injectable()
export class OwnLedger {
  constructor(
    private readonly db: Database,
    private readonly ledgers: LedgerStore,
  ) {}

  /**
   * Refuses an office's deed in a ledger of another jurisdiction (OTHER_JURISDICTION); outside a unit of work nothing is
   * changed and nothing refused. Departments are held to their own part by the policies, and jobs serve everybody.
   */
  async require(ledgerId: string): Promise<void> {
    if (this.db.unitOfWork.current() !== undefined) await this.requireAlways(ledgerId);
  }

  /** The same, also where a deed begins before its unit of work. */
  async requireAlways(ledgerId: string): Promise<void> {
    const { role, jurisdiction } = currentActor();
    if (role !== 'CLERK' && role !== 'DIRECTOR' && role !== 'LEADER') return;
    const owner = await this.ledgers.jurisdictionOf(ledgerId);
    if (owner !== null && owner !== jurisdiction) throw otherJurisdiction();
  }
}
