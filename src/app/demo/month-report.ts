import { firstDayOf, lastDayOf, type Month } from '../../domain/calendar/month.js';
import { addDays, type Day } from '../../domain/calendar/day.js';
import type { Ladder } from '../../domain/reminder/ladder.js';
import type { SnapshotRow } from '../../domain/snapshot/snapshot-row.js';
import type { DispatchReader, ReminderFacts } from '../../features/dispatch/dispatch.reader.js';
import type { DispatchService } from '../../features/dispatch/dispatch.service.js';
import type { MonthResult } from '../../features/dispatch/month-result.js';
import type { ReminderIssuer } from '../../features/dispatch/reminder/reminder-issuer.js';
import type { LedgerFacts } from '../../features/ledger/ledger.reader.js';
import type { RunLedger } from '../../platform/jobs/run-ledger.js';
import { FREEZE_JOB, monthSlot } from '../../platform/jobs/slot-names.js';

/** A frozen month with what was sent in it. */
export interface MonthReport {
  ledger: LedgerFacts;
  /** As `dispatch run` answers it now: frozen already, so nothing of it is new. */
  result: MonthResult;
  /** What the freeze itself raised, cleared and issued. */
  frozen: Pick<MonthResult, 'flags' | 'reminders'>;
  /** Rows of the tasks, then of their departments' parts, in reading order. */
  rows: SnapshotRow[];
  /** Everything issued or proposed in the month, by chase and freeze. */
  reminders: ReminderFacts[];
  /** The office's ladder, which names and orders the rungs. */
  ladder: Ladder;
}

/** What a month's report is put together from. */
export interface ReportSources {
  dispatch: DispatchService;
  reader: DispatchReader;
  runs: RunLedger;
  issuer: Pick<ReminderIssuer, 'ladder'>;
}

/** Reads a frozen month of a ledger; everything comes from the snapshot and the reminders, nothing is judged again. */
export async function readMonth(
  sources: ReportSources,
  ledger: LedgerFacts,
  month: Month,
): Promise<MonthReport> {
  const { dispatch, reader, runs, issuer } = sources;
  const result = await dispatch.run(ledger, month);
  const slot = monthSlot(ledger.id, month);
  const frozen = await runs.resultOf<MonthReport['frozen']>(FREEZE_JOB, slot);
  const round = await reader.round(ledger.id, month);
  const reminders: ReminderFacts[] = [];
  for (const source of [...chaseSlots(ledger.id, month), slot])
    reminders.push(...(await reader.remindersOf(source)));
  return {
    ledger,
    result,
    frozen: frozen ?? { flags: result.flags, reminders: result.reminders },
    rows: round ? await reader.snapshotRows(round.id) : [],
    reminders,
    ladder: await issuer.ladder(),
  };
}

/** Slots of the daily chase; days that had none are simply empty. */
function chaseSlots(ledgerId: string, month: Month): string[] {
  const slots: string[] = [];
  for (let day: Day = firstDayOf(month); day <= lastDayOf(month); day = addDays(day, 1))
    slots.push(`${ledgerId}/${day}`);
  return slots;
}
