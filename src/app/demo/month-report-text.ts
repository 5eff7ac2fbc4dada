import { groupedBy } from '../../domain/grouped-by.js';
import { redStreakText } from '../../domain/light/red-streak.js';
import type { Ladder } from '../../domain/reminder/ladder.js';
import type { SnapshotRow } from '../../domain/snapshot/snapshot-row.js';
import { monthText } from '../../features/dispatch/month-text.js';
import type { ReminderFacts } from '../../features/dispatch/dispatch.reader.js';
import type { MonthReport } from './month-report.js';
import { textTable } from './text-table.js';

/** A month as a person reads it in a terminal: the dispatch's own summary, then lights, deadlines, reminders, reports. */
export function monthReportText({ ledger, result, frozen, rows, reminders, ladder }: MonthReport): string {
  const tasks = rows.filter((row) => row.role === 'TASK');
  return [
    monthText(ledger.title, { ...result, ...frozen, alreadyDone: false }),
    ...lightSection('■ 红灯', tasks.filter((row) => row.light === 'RED')),
    ...lightSection('▲ 黄灯', tasks.filter((row) => row.light === 'YELLOW')),
    ...extensionSection(tasks.filter((row) => row.extensions > 0)),
    ...reminderSection(reminders, ladder),
    ...missingSection(rows.filter((row) => row.reportState === 'MISSING' && row.role !== 'TASK')),
  ].join('\n'); // prettier-ignore
}

function lightSection(title: string, rows: readonly SnapshotRow[]): string[] {
  if (rows.length === 0) return [];
  const lines = rows.map((row) => [
    `  ${row.number}.`,
    row.title,
    row.departmentName,
    row.dueOn ?? '时限待定',
    redStreakText(row.redMonths),
  ]);
  const table = textTable(lines);
  return [
    '',
    `${title} ${rows.length} 项`,
    ...rows.flatMap((row, i) => [table[i] ?? '', `      ${row.explanation}`]),
  ];
}

function extensionSection(rows: readonly SnapshotRow[]): string[] {
  if (rows.length === 0) return [];
  const lines = rows.map((row) => [
    `  ${row.number}.`,
    row.title,
    `${row.originalDueOn ?? ''} → ${row.dueOn ?? ''}`,
    row.beforeMeeting === 1 ? '【会前改期】' : '',
  ]);
  return ['', `延期 ${rows.length} 项`, ...textTable(lines)];
}

/** Counted by rung, in the ladder's order; a paper that waits for approval has no number yet. */
function reminderSection(reminders: readonly ReminderFacts[], ladder: Ladder): string[] {
  const rungs = [
    ...ladder.rungs.map((rung) => ({ ...rung, at: `${rung.when === 'BEFORE' ? 'T−' : 'T+'}${rung.days}` })),
    ...[ladder.reports.reminder, ladder.reports.missing].map((rung) => ({ ...rung, at: '' })),
  ];
  const lines = rungs.flatMap(({ id, label, at, paper }) => {
    const list = reminders.filter(({ rung }) => rung === id);
    const waiting = list.filter(({ state }) => state === 'PROPOSED').length;
    const note = waiting > 0 ? `，其中 ${waiting} 件待批准` : '';
    return list.length === 0 ? [] : [[`  ${label}`, at, paper, `${list.length} 件${note}`]];
  });
  return ['', `本月提醒文书 ${reminders.length} 件`, ...textTable(lines)];
}

function missingSection(rows: readonly SnapshotRow[]): string[] {
  if (rows.length === 0) return ['', '月报全部报送。'];
  const lines = [...groupedBy(rows, ({ departmentName }) => departmentName)].map(([department, owed]) => [
    `  ${department}`,
    `任务 ${owed.map(({ number }) => number).join('、')}`,
  ]);
  return ['', `未报送月报 ${rows.length} 份`, ...textTable(lines)];
}
