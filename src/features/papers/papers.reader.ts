import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/month.js';
import { DispatchReader } from '../dispatch/dispatch.reader.js';
import { BulletinStore } from './bulletin.store.js';

/** A bulletin as later features see it. */
export interface BulletinHead {
  id: string;
  number: string;
  month: Month;
  issuedOn: string;
  snapshotSha256: string;
}

/** What later features may ask about papers. */
@Injectable()
export class PapersReader {
  constructor(
    private readonly store: BulletinStore,
    private readonly dispatch: DispatchReader,
  ) {}

  /** The bulletin of a ledger's month; null when it has not been issued. */
  async bulletin(ledgerId: string, month: Month): Promise<BulletinHead | null> {
    const round = await this.dispatch.round(ledgerId, month);
    const bulletin = round && (await this.store.ofRound(round.id));
    if (!bulletin) return null;
    const { id, number, issuedOn, snapshotSha256 } = bulletin;
    return { id, number, month, issuedOn, snapshotSha256 };
  }
}
