import { Injectable } from '@nestjs/common';
import { addWorkingDays, nextWorkingDay } from '../../../domain/calendar/working-calendar.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { scopeOf } from '../../../platform/auth/scope.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CalendarReader } from '../../calendar/calendar.reader.js';
import { reminderNotFound, reminderSettled } from '../dispatch.errors.js';
import { mayAnswer, mayApprove } from '../dispatch.policy.js';
import type { Reminder } from './reminder.entity.js';
import { paperNumber, seriesOf, ReminderIssuer } from './reminder-issuer.js';
import { ReminderStore } from './reminder.store.js';

/** What people do with reminders: approve the ones that want it, answer them, dismiss them with a reason. */
@Injectable()
export class ReminderService {
  constructor(
    private readonly store: ReminderStore,
    private readonly issuer: ReminderIssuer,
    private readonly calendars: CalendarReader,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** 批准通报、约谈: the proposed rung gets its number and goes out. Only by the approver the ladder names. */
  approve(id: string): Promise<Reminder> {
    return this.unitOfWork.run(async () => {
      const reminder = await this.visible(id, currentActor());
      mayApprove(currentActor(), reminder.approver);
      const ladder = await this.issuer.ladder();
      const rung = ladder.rungs.find((candidate) => candidate.id === reminder.rung);
      const calendar = await this.calendars.calendar();
      const sendOn = nextWorkingDay(calendar, this.clock.today()).day;
      const days = rung?.replyWorkingDays ?? null;
      const jurisdictionOf = await this.store.jurisdictionsOf([reminder], reminder.ledgerId);
      const series = seriesOf(rung?.number ?? '', sendOn, jurisdictionOf(reminder.departmentId));
      await this.settle(reminder, 'PROPOSED', {
        state: 'ISSUED',
        number: paperNumber(series, await this.store.takeNumbers(series, 1)),
        issuedOn: this.clock.today(),
        sendOn,
        replyBy: days === null ? null : addWorkingDays(calendar, sendOn, days).day,
      });
      await this.issuer.askForDigest({ ...reminder, sendOn }, `approved/${id}`);
      return this.after(reminder, 'reminder.approve');
    });
  }

  /** 答复: the department says what it has done about it. */
  reply(id: string, text: string): Promise<Reminder> {
    return this.unitOfWork.run(async () => {
      const reminder = await this.visible(id, currentActor());
      mayAnswer(currentActor(), reminder.departmentId);
      await this.settle(reminder, 'ISSUED', { state: 'REPLIED', stateReason: text });
      return this.after(reminder, 'reminder.reply');
    });
  }

  /** 撤销: the office takes a reminder back, with the reason. Never silently. */
  dismiss(id: string, reason: string): Promise<Reminder> {
    return this.unitOfWork.run(async () => {
      const reminder = await this.visible(id, currentActor());
      const from = reminder.state === 'PROPOSED' ? 'PROPOSED' : 'ISSUED';
      await this.settle(reminder, from, { state: 'DISMISSED', stateReason: reason });
      return this.after(reminder, 'reminder.dismiss');
    });
  }

  /** A foreign department's reminder is as good as none. */
  private async visible(id: string, actor: Actor): Promise<Reminder> {
    const reminder = await this.store.one(id, scopeOf(actor));
    if (!reminder) throw reminderNotFound();
    if (reminder.ledgerId !== null) await this.issuer.requireOwn(reminder.ledgerId);
    return reminder;
  }

  private async settle(reminder: Reminder, from: string, changes: Partial<Reminder>): Promise<void> {
    if (!(await this.store.settle(reminder.id, from, changes))) throw reminderSettled();
  }

  private async after(before: Reminder, operation: string): Promise<Reminder> {
    const reminder = await this.store.one(before.id, { kind: 'WHOLE' });
    if (!reminder) throw reminderNotFound();
    this.audit.record({
      operation,
      objectKind: 'reminder',
      objectId: reminder.id,
      before: { state: before.state },
      after: { state: reminder.state, number: reminder.number, reason: reminder.stateReason },
    });
    return reminder;
  }
}
