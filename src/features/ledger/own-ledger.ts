import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Database } from '../../platform/database/database.js';
import { changesAsOffice, isOfficeOrLeader, otherJurisdiction } from '../../platform/auth/own-work.js';
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
    if (changesAsOffice(this.db)) await this.requireAlways(ledgerId);
  }

  /** The same, also where a deed begins before its unit of work. */
  async requireAlways(ledgerId: string): Promise<void> {
    if (!isOfficeOrLeader()) return;
    const owner = await this.ledgers.jurisdictionOf(ledgerId);
    if (owner !== null && owner !== currentActor().jurisdiction) throw otherJurisdiction();
  }
}
