import { Injectable } from '@nestjs/common';
import { WHOLE_INSTALLATION } from '../../../domain/access/jurisdiction.js';
import { monthOf, type Month } from '../../../domain/calendar/month.js';
import type { Day } from '../../../domain/calendar/day.js';
import { groupedBy } from '../../../domain/grouped-by.js';
import type { Ladder } from '../../../domain/reminder/ladder.js';
import { parseLadder } from '../../../domain/reminder/parse-ladder.js';
import { Clock } from '../../../platform/clock/clock.js';
import { readYaml } from '../../../platform/config/read-yaml.js';
import { Settings } from '../../../platform/config/settings.js';
import { Outbox } from '../../../platform/jobs/outbox.js';
import { CalendarReader } from '../../calendar/calendar.reader.js';
import { LedgerReader } from '../../ledger/ledger.reader.js';
import type { PlannedReminder, ReminderGround } from './plan-reminders.js';
import { REMINDERS_ISSUED, type RemindersIssued } from '../reminders-issued.topic.js';
import { ReminderStore, type DigestDue, type NewReminder } from './reminder.store.js';

/** Turns planned reminders into rows with numbers, and asks for the digests. */
@Injectable()
export class ReminderIssuer {
  private loaded: Promise<Ladder> | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly store: ReminderStore,
    private readonly calendars: CalendarReader,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly ledgers: LedgerReader,
  ) {}

  /** Refuses an office's deed on a reminder of another jurisdiction's ledger. */
  async requireOwn(ledgerId: string): Promise<void> {
    await this.ledgers.requireOwn(ledgerId);
  }

  /** The office's ladder (config/escalation.yaml). */
  ladder(): Promise<Ladder> {
    this.loaded ??= readYaml(this.settings, 'escalation.yaml').then(parseLadder);
    return this.loaded;
  }

  /** What deciding as of a day needs; `redUpTo` is the last month whose light is known. */
  async ground(asOf: Day, redUpTo: Month): Promise<ReminderGround> {
    const [ladder, calendar] = [await this.ladder(), await this.calendars.calendar()];
    return { asOf, today: this.clock.today(), redUpTo, ladder, calendar };
  }

  /**
   * Writes what is planned, one row per addressee, inside the open unit; gives how many rows are new. A rung that wants
   * an approver (通报、约谈) is only proposed: it gets its number and goes out when he approves it.
   */
  async issue(
    planned: readonly PlannedReminder[],
    ledgerId: string | null,
    slot: string,
    asOf: Day,
  ): Promise<number> {
    if (planned.length === 0) return 0;
    const rows = planned.flatMap((reminder) => rowsOf(reminder, ledgerId, slot, asOf));
    await this.number(rows, planned, await this.store.jurisdictionsOf(rows, ledgerId));
    return this.store.add(rows);
  }

  /** Asks for one digest per day, department and addressee of what a slot has issued. */
  async askForDigests(slot: string): Promise<number> {
    const due = await this.store.digestsOf(slot);
    for (const digest of due) await this.askForDigest(digest, slot);
    return due.length;
  }

  /** Asks for one digest; asked twice for the same source, it is made once. */
  async askForDigest({ sendOn, departmentId, recipient }: DigestDue, source: string): Promise<void> {
    const payload: RemindersIssued = { slot: source, day: sendOn, departmentId, recipient };
    await this.outbox.put(REMINDERS_ISSUED, `${source}/${sendOn}/${departmentId}/${recipient}`, payload);
  }

  /** Numbers run through a year and series, in the order of issuing: 催〔2023〕5号. Two addressees share one number. */
  private async number(
    rows: NewReminder[],
    planned: readonly PlannedReminder[],
    jurisdictionOf: (departmentId: string) => string,
  ): Promise<void> {
    const words = new Map(planned.map(({ due }) => [due.rung, due.paper.number]));
    const papers = groupedBy(
      rows.filter(({ state }) => state === 'ISSUED'),
      ({ subjectId, rung, period }) => `${subjectId}/${rung}/${period}`,
    );
    const bySeries = groupedBy(papers.values(), ([{ rung, sendOn, departmentId }]) =>
      seriesOf(words.get(rung) ?? '', sendOn, jurisdictionOf(departmentId)),
    );
    // Several units of a freeze number at the same time: counters are locked in one order, or two would wait for each other.
    for (const [series, list] of [...bySeries].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const first = await this.store.takeNumbers(series, list.length);
      list.forEach((copies, i) => {
        for (const row of copies) row.number = paperNumber(series, first + i);
      });
    }
  }
}

/** The series a paper's number is of: its word and year, in each jurisdiction for itself. */
export function seriesOf(word: string, sendOn: Day, jurisdiction: string): string {
  return `${word}/${sendOn.slice(0, 4)}${jurisdiction === WHOLE_INSTALLATION ? '' : jurisdiction}`;
}

/** `催/2023`, 5 → 催〔2023〕5号 (GB/T 9704: six-angle brackets, no padding). */
export function paperNumber(series: string, n: number): string {
  const [word = '', year = ''] = series.split('/');
  return `${word}〔${year}〕${n}号`;
}

function rowsOf(
  { due, ...about }: PlannedReminder,
  ledgerId: string | null,
  slot: string,
  asOf: Day,
): NewReminder[] {
  const { paper } = due;
  const to = paper.to.filter((recipient) => recipient !== 'SUPERVISING_LEADER');
  return to.map((recipient) => ({
    ledgerId,
    ...about,
    recipient,
    rung: due.rung,
    label: paper.label,
    paper: paper.paper,
    approver: paper.approver,
    skipped: JSON.stringify(due.skipped),
    period: due.period === '' ? monthOf(asOf) : due.period,
    deadlineVersion: due.deadlineVersion,
    number: '',
    dueOn: due.dueOn,
    issuedOn: asOf,
    sendOn: due.sendOn,
    replyBy: due.replyBy,
    slot,
    explanation: due.explanation,
    state: paper.approver === null ? 'ISSUED' : 'PROPOSED',
  }));
}
