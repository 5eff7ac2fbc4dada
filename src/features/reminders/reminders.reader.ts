import { currentActor } from '../../platform/auth/actor-context.js';
import { officeScopeOf } from '../../platform/auth/scope.js';
import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { Addressees, type Addressee } from './addressees.js';
import { statusOf } from './present-digest.js';
import { DigestStore } from './digest.store.js';

export type { Addressee } from './addressees.js';

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

/** Proof that a reminder reached somebody: in which digest, how it was delivered, who signed for it. */
export interface DeliveryProof {
  digestId: string;
  day: Day;
  /** Who held the post it went to. */
  holder: string;
  /** In words: 待发送、已发送、发送失败、已放弃、待当面签收、已签收. */
  status: string;
  signedOn: Day | null;
  signedBy: string | null;
}

const DIGESTS_OF_A_DAY = 10_000;

/** What later features may ask about digests. */
@Injectable()
export class RemindersReader {
  constructor(
    private readonly store: DigestStore,
    private readonly addressees: Addressees,
  ) {}

  /** Who would get a digest of a day: the holder of the post, or the head where the liaison's is vacant. */
  addressee(departmentId: string, recipient: 'LIAISON' | 'HEAD', day: Day): Promise<Addressee> {
    return this.addressees.of({ departmentId, recipient, day });
  }

  /** What became of these reminders; one that has not gone out yet is absent. */
  async proofOf(reminderIds: readonly string[]): Promise<Map<string, DeliveryProof>> {
    const digests = await this.store.digestsOf(reminderIds);
    return new Map(
      [...digests].map(([reminderId, row]) => {
        const { id, day, holder, signedOn, signedBy } = row;
        return [reminderId, { digestId: id, day, holder, status: statusOf(row), signedOn, signedBy }];
      }),
    );
  }

  /** The digests of a day. */
  async digestsOf(day: Day): Promise<DigestFacts[]> {
    const rows = await this.store.page(
      { day, scope: officeScopeOf(currentActor()) },
      day,
      null,
      DIGESTS_OF_A_DAY,
    );
    return rows.map(({ id, day: of, departmentId, recipient, holder, items, deliveryState, signedOn }) => ({
      id, day: of, departmentId, recipient, holder, items, deliveryState, signedOn,
    })); // prettier-ignore
  }
}
