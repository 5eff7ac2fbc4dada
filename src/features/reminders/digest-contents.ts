import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { DispatchReader, type ReminderFacts } from '../dispatch/dispatch.reader.js';
import { Addressees, type Addressee } from './addressees.js';
import { DeliverySettings } from './delivery-settings.js';
import { digestSubject } from './digest-text.js';
import type { Digest } from './digest.entity.js';
import { DigestStore } from './digest.store.js';
import { digestText } from './write-digest.js';

/** What a digest says and to whom. */
export interface DigestContent {
  to: Addressee;
  content: Pick<Digest, 'postCode' | 'holder' | 'subject' | 'text' | 'items' | 'fallback'>;
}

/** Writes a digest for whoever holds the post on a day. */
@Injectable()
export class DigestContents {
  constructor(
    private readonly digests: DigestStore,
    private readonly dispatch: DispatchReader,
    private readonly addressees: Addressees,
    private readonly rules: DeliverySettings,
  ) {}

  /** The content of a digest as it is addressed on a day: its own, or a later one when the post has changed hands. */
  async of(digest: Digest, addressedOn: Day): Promise<DigestContent> {
    const ids = await this.digests.itemsOf(digest.id);
    const reminders = inOrder(await this.dispatch.remindersByIds(ids), ids);
    const to = await this.addressees.of({ ...digest, day: addressedOn });
    const { office } = await this.rules.rules();
    const head = {
      day: digest.day,
      department: to.department,
      recipient: digest.recipient as 'LIAISON' | 'HEAD',
      holder: to.holder,
      isFallback: to.isFallback,
      office,
    };
    const content = {
      postCode: to.postCode,
      holder: to.holder,
      subject: digestSubject(digest.day, reminders),
      text: digestText(head, reminders),
      items: ids.length,
      fallback: to.isFallback ? 1 : 0,
    };
    return { to, content };
  }
}

function inOrder(reminders: readonly ReminderFacts[], ids: readonly string[]): ReminderFacts[] {
  const places = new Map(ids.map((id, i) => [id, i]));
  return [...reminders].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}
