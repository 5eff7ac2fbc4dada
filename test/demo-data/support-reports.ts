import { daysBetween } from '../../src/domain/calendar/day.js';
import { lastDayOf } from '../../src/domain/calendar/month.js';
import { earlyDays } from './lead-reports.js';
import { demoFile, readRows, sourceFile } from './read-rows.js';
import { returned, taken, takenOn, type ReportFacts, type ReportRow } from './report-row.js';
import { scatter } from './scatter.js';
import { monthText } from './year-calendar.js';
import { yearAssignments, type YearAssignment } from './year-assignments.js';

const ISSUED_ON = '2023-01-10';
/** The digital office's liaison left at the end of August and no one followed. */
const SILENT_SINCE: Record<string, number> = { SZB: 9 };
/** The procuratorate takes part in talks but sends no monthly report; the close-out explains it. */
const NEVER_REPORTS = new Set(['22/JCY']);
const NEXT_STEPS = ['', '继续按月推进', '配合牵头单位补齐材料', '', '抓好问题整改', '', '安排专人跟进', ''];
const IDLE = '任务尚未到启动时间，已明确本单位配合人员';

/** Due days against which supports keep pace, where they are not the year's end. */
const dueOf: Record<string, string> = {
  1: '2023-06-30',
  2: '2023-09-30',
  3: '2023-12-20',
  4: '2023-10-31',
  8: '2023-04-28',
  10: '2023-11-30',
  15: '2023-03-31',
  17: '2023-11-30',
  19: '2023-10-31',
  20: '2023-09-30',
  22: '2023-09-20',
  23: '2023-10-31',
  26: '2023-12-03',
  28: '2023-05-31',
  30: '2023-12-10',
  34: '2023-07-31',
  35: '2023-02-09',
  36: '2024-03-01',
};

/**
 * The reports of supporting departments: named ones and members of groups, sentences drawn from the phrases of their
 * task. A few come late, a few are sent back once, a few are missing; departments whose liaison post is vacant are silent.
 */
export function supportReports(): ReportRow[] {
  const names = new Map(readRows(demoFile('departments.csv')).map((row) => [row.code, row.shortName ?? '']));
  const phrases = readRows(sourceFile('support-phrases.csv'));
  return yearAssignments()
    .filter((one) => one.role === 'SUPPORT' && !NEVER_REPORTS.has(`${one.task}/${one.department}`))
    .flatMap((one) => {
      const sentences = phrases.filter((row) => row.task === one.task).map((row) => row.sentence ?? '');
      return reportsOf(one, names.get(one.department) ?? '', sentences);
    });
}

function reportsOf(one: YearAssignment, name: string, sentences: string[]): ReportRow[] {
  const rows: ReportRow[] = [];
  let verified = 0;
  const last = Math.min(one.lastMonth, (SILENT_SINCE[one.department] ?? 13) - 1);
  for (let month = 1; month <= last; month++) {
    const closes = one.closesIn === month;
    const number = scatter(`${one.task}/${one.department}/${month}`);
    if (!closes && skips(month, number)) continue;
    const progress = Math.max(verified, closes ? 100 : paceOf(one, month));
    verified = !closes && number % 17 === 0 ? Math.max(verified, progress - 3) : progress;
    rows.push(...monthOf({ ...factsOf(one, month, name, sentences), progress, verified }, number, closes));
  }
  return rows;
}

/** Now and then a month is missed; December is only half in. */
function skips(month: number, number: number): boolean {
  return number % 97 === 0 || (month === 12 && number % 2 === 1);
}

function monthOf(facts: ReportFacts, number: number, closes: boolean): ReportRow[] {
  const days = earlyDays(facts.task, facts.month);
  if (days && closes) return [takenOn(facts, days, number)];
  if (closes || facts.month < 3 || facts.month > 10 || number % 61 !== 0)
    return [taken(facts, number, closes)];
  const thin = {
    ...facts,
    text: `${facts.text.split('：')[0]}：${facts.month}月第${facts.task}项任务正常开展`,
  };
  return [returned(thin, '内容空泛，请写明具体做法、数量和时间', number), taken(facts, 0, true)];
}

function factsOf(one: YearAssignment, month: number, name: string, sentences: string[]): ReportFacts {
  const number = scatter(`${one.department}/${one.task}`);
  const said =
    one.task === '12' && month < 9 ? `${IDLE}，${month}月无进展` : sentenceOf(sentences, number, month);
  return {
    month,
    task: one.task,
    department: one.department,
    progress: 0,
    verified: 0,
    count: '',
    text: `${name}：${month}月${said}`,
    problems: '',
    nextStep: NEXT_STEPS[(number + month) % NEXT_STEPS.length] ?? '',
  };
}

/** Sentences take turns by month, so that a department does not repeat itself; {n} is a larger and {s} a smaller figure. */
function sentenceOf(sentences: string[], number: number, month: number): string {
  const sentence = sentences[(number + month) % sentences.length] ?? '';
  const figure = scatter(`${number}-${month}`);
  return sentence.replace('{n}', String(12 + (figure % 53))).replace('{s}', String(2 + (figure % 7)));
}

/** The part of the way a support should have gone at the month's end, a few points more or less, in percent. */
function paceOf(one: YearAssignment, month: number): number {
  const start = one.task === '12' ? '2023-09-01' : ISSUED_ON;
  const gone = daysBetween(start, lastDayOf(monthText(month)));
  const whole = daysBetween(start, dueOf[one.task] ?? '2023-12-31');
  if (gone <= 0) return 0;
  const swing = (scatter(`${one.department}${one.task}`) % 8) - 3;
  return Math.max(1, Math.min(97, Math.floor((gone * 100) / whole) + swing));
}
