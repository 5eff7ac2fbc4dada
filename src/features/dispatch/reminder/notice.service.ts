import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { monthOf } from '../../../domain/calendar/month.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import type { JobRun } from '../../../platform/jobs/job.js';
import { planNotices } from './plan-notices.js';
import type { PlannedReminder } from './plan-reminders.js';
import { ReminderIssuer } from './reminder-issuer.js';
import { ReminderStore, thingKey } from './reminder.store.js';
import { RoundRegisters } from '../snapshot/round-registers.js';

/** One working day's notices about decisions and hearings: what is due by state and was never issued. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly registers: RoundRegisters,
    private readonly issuer: ReminderIssuer,
    private readonly reminders: ReminderStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Works one day's slot in one unit: a district has tens of hearings and a handful of decisions. */
  async run(day: Day, run: JobRun): Promise<void> {
    await run.finish(async () => {
      const planned = await this.plan(day);
      const created = await this.issuer.issue(planned, null, run.slot, day);
      const digests = await this.issuer.askForDigests(run.slot);
      const after = { day, created, digests };
      if (created > 0)
        this.audit.record({
          operation: 'dispatch.notices',
          objectKind: 'schedule_run',
          objectId: run.slot,
          after,
        });
      return after;
    });
  }

  /** What would be issued on a day; nothing is written. */
  async plan(day: Day): Promise<PlannedReminder[]> {
    const notices = await this.registers.notices(day);
    const issued = await this.reminders.issuedAboutThings(notices.map(({ subjectId }) => subjectId));
    const fresh = notices.filter((notice) => !issued.has(thingKey(notice)));
    return planNotices(fresh, await this.issuer.ground(day, monthOf(day)));
  }
}
