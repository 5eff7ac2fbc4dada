import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '../../domain/calendar/day.js';
import { nextWorkingDay } from '../../domain/calendar/working-calendar.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { CalendarReader } from '../calendar/calendar.reader.js';
import { DispatchReader } from '../dispatch/dispatch.reader.js';
import { DeliverySettings } from './delivery-settings.js';
import type { Addressee } from './addressees.js';
import { DigestContents } from './digest-contents.js';
import type { Digest } from './digest.entity.js';
import type { DigestKey } from './digest.store.js';
import { DigestTables } from './digest-tables.js';

/** Makes one digest of all reminders a recipient has to get by a day. */
@Injectable()
export class MakeDigest {
  constructor(
    private readonly tables: DigestTables,
    private readonly dispatch: DispatchReader,
    private readonly contents: DigestContents,
    private readonly calendars: CalendarReader,
    private readonly rules: DeliverySettings,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Puts every issued reminder that is in no digest yet into the recipient's digest of the day, inside the open unit.
   * Asked again it finds nothing left and changes nothing. A digest whose mail is on its way or that is signed for
   * stays as it is; what comes later goes into the next working day's.
   */
  async make(key: DigestKey): Promise<void> {
    const wanted = await this.waiting(key);
    if (wanted.length === 0) return;
    const digest = await this.openDigest(key);
    const had = await this.tables.digests.itemsOf(digest.id);
    const added = await this.tables.digests.addItems(digest.id, had.length + 1, wanted);
    if (added > 0) await this.fill(digest);
    // All of it was taken by another process in this very moment; an empty digest is nothing to send.
    else if (had.length === 0) await this.tables.digests.remove(digest.id);
  }

  private async waiting({ departmentId, recipient, day }: DigestKey): Promise<string[]> {
    const reminders = await this.dispatch.remindersFor(departmentId, recipient, day);
    const taken = await this.tables.digests.taken(reminders.map((reminder) => reminder.id));
    return reminders.map((reminder) => reminder.id).filter((id) => !taken.has(id));
  }

  private async openDigest(key: DigestKey): Promise<Digest> {
    const { digests } = this.tables;
    for (let day: Day = key.day; ;) {
      const isNew = await digests.open({ ...key, day });
      const digest = await digests.ofKey({ ...key, day });
      if (!digest) throw new Error(`digest ${day} ${key.departmentId} ${key.recipient} vanished`);
      if (isNew || (await this.tables.isOpen(digest.id))) return digest;
      day = nextWorkingDay(await this.calendars.calendar(), addDays(day, 1)).day;
    }
  }

  private async fill(digest: Digest): Promise<void> {
    const { to, content } = await this.contents.of(digest, digest.day);
    await this.tables.digests.fill(digest.id, content);
    await this.queue(digest, to);
    const { subject, holder, postCode, fallback, items } = content;
    this.audit.record({
      operation: 'reminders.digest',
      objectKind: 'digest',
      objectId: digest.id,
      after: { day: digest.day, department: to.code, recipient: digest.recipient, items, subject, holder, postCode, fallback, mailed: to.email !== '' },
    }); // prettier-ignore
  }

  private async queue(digest: Digest, to: Addressee): Promise<void> {
    const messageId = this.rules.messageId(digest.day, to.code, digest.recipient);
    if (to.email !== '') await this.tables.queue(digest.id, to.email, messageId);
    await this.tables.queueRobots(digest, messageId);
  }
}
