import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { DigestStore } from './digest.store.js';

/** A digest as later features see it. */
export interface DigestFacts {
  id: string;
  day: Day;
  departmentId: string;
  recipient: string;
  holder: string;
  items: number;
  /** Null when there was nobody to mail it to. */
  deliveryState: string | null;
  signedOn: Day | null;
}

const DIGESTS_OF_A_DAY = 10_000;

/** What later features may ask about digests. */
@Injectable()
export class RemindersReader {
  constructor(private readonly store: DigestStore) {}

  /** The digests of a day. */
  async digestsOf(day: Day): Promise<DigestFacts[]> {
    const rows = await this.store.page({ day }, day, null, DIGESTS_OF_A_DAY);
    return rows.map(({ id, day: of, departmentId, recipient, holder, items, deliveryState, signedOn }) => ({
      id, day: of, departmentId, recipient, holder, items, deliveryState, signedOn,
    })); // prettier-ignore
  }
}
