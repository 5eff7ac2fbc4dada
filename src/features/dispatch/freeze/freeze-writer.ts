import { Injectable } from '@nestjs/common';
import type { Month } from '../../../domain/calendar/month.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { CorrectionStore } from '../snapshot/correction.store.js';
import { FlagStore } from '../snapshot/flag.store.js';
import type { JudgedPage } from '../judging/month-judge.js';
import type { MonthGround } from '../judging/month-ground.js';
import { planReminders, type PlannedReminder } from '../reminder/plan-reminders.js';
import { ReminderIssuer } from '../reminder/reminder-issuer.js';
import { ReminderStore } from '../reminder/reminder.store.js';
import { SnapshotStore } from '../snapshot/snapshot.store.js';

/** What one batch did. */
export interface Written {
  raised: number;
  cleared: number;
  created: number;
  existing: number;
}

/** Writes what a freeze has judged, inside the open unit. */
@Injectable()
export class FreezeWriter {
  constructor(
    private readonly snapshots: SnapshotStore,
    private readonly flags: FlagStore,
    private readonly reminders: ReminderStore,
    private readonly issuer: ReminderIssuer,
    private readonly corrections: CorrectionStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Snapshot rows, flags raised and cleared, rungs issued, and one audit event over the batch. */
  async write(ground: MonthGround, roundId: string, slot: string, page: JudgedPage): Promise<Written> {
    if (page.tasks.length === 0) return { raised: 0, cleared: 0, created: 0, existing: 0 };
    const rows = page.tasks.flatMap(({ judged }) => judged.rows);
    await this.snapshots.add(roundId, rows);
    const flags = await this.flag(ground, page);
    const { planned, existing } = await this.plan(ground, page);
    const created = await this.issuer.issue(planned, ground.ledgerId, slot, ground.today);
    const written = { ...flags, created, existing };
    this.audit.record({
      operation: 'dispatch.freeze-batch',
      objectKind: 'dispatch_round',
      objectId: roundId,
      after: { from: rows[0]?.number, to: rows.at(-1)?.number, rows: rows.length, ...written },
    });
    return written;
  }

  /** The reminders a page would get; the preview asks the same. */
  async plan(
    ground: MonthGround,
    page: JudgedPage,
  ): Promise<{ planned: PlannedReminder[]; existing: number }> {
    const reminderGround = await this.issuer.ground(ground.today, ground.month);
    const issued = await this.reminders.issuedAbout(page.tasks.map(({ task }) => task.id));
    const planned = page.tasks.flatMap(({ task, judged }) =>
      planReminders(task, judged.rows[0]?.redMonths ?? 0, issued, reminderGround),
    );
    let existing = 0;
    for (const { task, judged } of page.tasks) {
      if (judged.overdue.length > 0) existing += issued.get(task.id)?.length ?? 0;
    }
    return { planned, existing };
  }

  /** Everything corrected since the last freeze is told in this month's bulletin. */
  showCorrections(ledgerId: string, month: Month): Promise<number> {
    return this.corrections.showIn(ledgerId, month);
  }

  /** Asks for the digests of what this slot has issued. */
  askForDigests(slot: string): Promise<number> {
    return this.issuer.askForDigests(slot);
  }

  private async flag(ground: MonthGround, page: JudgedPage): Promise<{ raised: number; cleared: number }> {
    const overdue = page.tasks.flatMap(({ judged }) => judged.overdue);
    const raised = await this.flags.raise(overdue, ground.month);
    const still = new Set(overdue.map((s) => `${s.taskId}/${s.milestoneId}/${s.deadlineVersion}`));
    const open = await this.flags.open(page.tasks.map(({ task }) => task.id));
    const over = open.filter((f) => !still.has(`${f.taskId}/${f.milestoneId}/${f.deadlineVersion}`));
    return { raised, cleared: await this.flags.clear(over.map((f) => f.id), ground.month) }; // prettier-ignore
  }
}
