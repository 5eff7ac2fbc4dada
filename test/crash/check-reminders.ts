import { compare, noFindings, together, type Findings } from './findings.js';
import { ask } from './tables.js';

/**
 * The ladder's rungs after the deadline as the office's custom states them (overdue days, addressee, series word,
 * whether it goes out without an approver). Written down here a second time on purpose.
 */
const LADDER = [
  { rung: 'FOLLOW_UP_NOTICE', days: 1, to: 'LIAISON', goesOut: true },
  { rung: 'SUPERVISION_ORDER', days: 7, to: 'HEAD', goesOut: true },
  { rung: 'CIRCULAR_NOTICE', days: 15, to: 'HEAD', goesOut: false },
  { rung: 'SUMMONS_MEETING', days: 30, to: 'HEAD', goesOut: false },
];

interface OverdueTask {
  id: string;
  lead: string;
  due: string;
  version: number;
  days: number;
}

interface Reminder {
  id: string;
  subject_kind: string;
  subject_id: string;
  department_id: string;
  recipient: string;
  rung: string;
  period: string;
  deadline_version: number;
  number: string;
  send_on: string;
  slot: string;
  state: string;
}

/** Open tasks past their day as of a day, with their first lead. */
export function overdueTasks(data: string, ledgerId: string, asOf: string): OverdueTask[] {
  return ask<OverdueTask>(
    data,
    `SELECT t.id, a.department_id AS lead, t.due_on AS due, t.deadline_version AS version,
            CAST(julianday(?) - julianday(t.due_on) AS integer) AS days
       FROM task t JOIN assignment a ON a.task_id = t.id AND a.is_first_lead = 1
      WHERE t.ledger_id = ? AND t.state = 'IN_PROGRESS' AND t.due_on < ?`,
    asOf,
    ledgerId,
    asOf,
  );
}

/** Every rung that has to be issued by a day, numbers without gap, and one event per digest. */
export function checkReminders(data: string, ledgerId: string, asOf: string): Findings {
  const reminders = ask<Reminder>(data, 'SELECT * FROM reminder WHERE ledger_id = ?', ledgerId);
  const rungs = overdueTasks(data, ledgerId, asOf).flatMap((task) =>
    LADDER.filter(({ days }) => task.days >= days).map(({ rung, to, goesOut }) =>
      [
        task.id,
        task.lead,
        to,
        rung,
        task.due.slice(0, 7),
        task.version,
        goesOut ? 'ISSUED' : 'PROPOSED',
      ].join('/'),
    ),
  );
  const issued = reminders.map((r) => `${keyOf(r)}/${r.state}`);
  return together([
    compare('reminder', new Set(rungs), issued),
    checkNumbers(reminders),
    checkDigestEvents(data, reminders),
  ]);
}

/** Reminders that are there more than once, whatever else was issued. */
export function checkRemindersOnce(data: string): Findings {
  const keys = ask<Reminder>(data, 'SELECT * FROM reminder').map(keyOf);
  return compare('reminder', new Set(keys), keys);
}

function keyOf(r: Reminder): string {
  return [r.subject_id, r.department_id, r.recipient, r.rung, r.period, r.deadline_version].join('/');
}

/** One flag per task and deadline version, raised at the first of these months' ends at which it was overdue. */
export function checkFlags(data: string, ledgerId: string, monthEnds: readonly string[]): Findings {
  const first = new Map<string, string>();
  for (const end of monthEnds) {
    for (const { id, version, due, days } of overdueTasks(data, ledgerId, end)) {
      const key = `${id}/${version}`;
      if (!first.has(key)) first.set(key, `${due} ${end.slice(0, 7)} ${days}`);
    }
  }
  const flags = ask<{ key: string; told: string }>(
    data,
    `SELECT task_id || '/' || deadline_version AS key,
            due_on || ' ' || raised_in || ' ' || raised_overdue_days AS told FROM overdue_flag`,
  );
  const found = compare(
    'flag',
    new Set(first.keys()),
    flags.map(({ key }) => key),
  );
  const wrong = flags.filter(({ key, told }) => first.get(key) !== told);
  return { ...found, faults: wrong.map(({ key, told }) => `flag ${key}: ${told}, not ${first.get(key)}`) };
}

/** 催〔2023〕1号 … n号: every paper that goes out has one number, no number is missing, none is given twice. */
function checkNumbers(reminders: readonly Reminder[]): Findings {
  const found = noFindings();
  const papers = new Map<string, string>();
  const series = new Map<string, number[]>();
  for (const r of reminders.filter(({ state }) => state === 'ISSUED')) {
    const paper = `${r.subject_id}/${r.rung}/${r.period}/${r.deadline_version}`;
    if (papers.has(paper)) continue;
    papers.set(paper, r.number);
    const [, name, n] = /^(.+〔\d{4}〕)([1-9]\d*)号$/.exec(r.number) ?? [];
    if (name === undefined) found.faults.push(`number “${r.number}” of ${paper}`);
    else series.set(name, [...(series.get(name) ?? []), Number(n)]);
  }
  for (const [name, numbers] of series) {
    numbers.sort((a, b) => a - b);
    numbers.forEach((n, i) => {
      if (n === numbers[i - 1]) found.doubled.push(`number ${name}${n}号`);
    });
    if (numbers.at(-1) !== new Set(numbers).size)
      found.lost.push(`numbers of ${name} have gaps up to ${numbers.at(-1)}`);
  }
  return found;
}

function checkDigestEvents(data: string, reminders: readonly Reminder[]): Findings {
  const wanted = reminders
    .filter(({ state }) => state === 'ISSUED')
    .map((r) => `${r.slot}/${r.send_on}/${r.department_id}/${r.recipient}`);
  const events = ask<{ key: string }>(data, `SELECT key FROM outbox WHERE topic = 'reminders.issued'`);
  return compare(
    'digest event',
    new Set(wanted),
    events.map(({ key }) => key),
  );
}
