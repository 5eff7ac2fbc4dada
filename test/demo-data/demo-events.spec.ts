import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseExtensionRules } from '../../src/domain/task/extension-rules.js';
import { askExtension } from '../../src/domain/task/extension.js';
import { lightsOf } from './year-lights.js';
import { demoFile, readRows } from './read-rows.js';
import { calendar, isWorkingDay, workingDaysOf } from './year-calendar.js';
import { yearAssignments } from './year-assignments.js';
import { yearEvents } from './year-events.js';
import { yearTasks } from './year-tasks.js';

const events = yearEvents();
const tasks = new Map(yearTasks().map((task) => [task.number, task]));
const posts = readRows(demoFile('posts.csv'));
const parts = yearAssignments();

const rules = parseExtensionRules(
  (parse(readFileSync('config/cycle.yaml', 'utf8')) as { extension: unknown }).extension,
);

/** 月调度会 on the fifth working day of a month (办内惯例). */
function nextMeetingAfter(day: string): string {
  const meetings = Array.from({ length: 12 }, (_, index) => workingDaysOf(index + 1)[4] ?? '');
  return meetings.find((meeting) => meeting > day) ?? '';
}

describe('events.yaml', () => {
  it('runs forward in time, on working days, up to the office day', () => {
    const moments = events.map((event) => `${event.on} ${event.at}`);
    expect(moments).toEqual([...moments].sort());
    expect(events.filter((event) => !isWorkingDay(event.on) || event.on > '2023-12-20')).toEqual([]);
  });

  it('names tasks, departments with a part in them, and people who then hold the post', () => {
    for (const event of events) {
      expect(tasks.has(event.task)).toBe(true);
      const { department = '*' } = event;
      const known =
        department === '*' || parts.some((one) => one.task === event.task && one.department === department);
      expect([event.deed, event.task, department, known]).toEqual([event.deed, event.task, department, true]);
      if (event.by === undefined) continue;
      const holders = posts.filter(
        (post) =>
          post.code === event.by &&
          `${post.from}` <= event.on &&
          (post.to === '' || `${post.to}` >= event.on),
      );
      expect([event.by, event.on, holders.length]).toEqual([event.by, event.on, 1]);
    }
  });

  it('has every assignment signed for before the first report', () => {
    const signed = events.filter((event) => event.deed === 'task.sign');
    const open = parts.filter(
      (one) =>
        !signed.some(
          (event) => event.task === one.task && [one.department, '*'].includes(`${event.department}`),
        ),
    );
    expect(open).toEqual([]);
    expect(signed.every((event) => event.on < '2023-01-16')).toBe(true);
  });

  it('marks only nodes and periods that the ledger knows, each once', () => {
    const marked = events
      .filter((event) => event.deed === 'milestone.done' || event.deed === 'occurrence.done')
      .map((event) => {
        const nodes = tasks.get(event.task)?.nodes ?? [];
        const found = nodes.some((node) =>
          event.period ? node.period === event.period : node.due === event.due,
        );
        return { key: `${event.task}/${event.period ?? event.due}`, found };
      });
    expect(marked.filter((mark) => !mark.found)).toEqual([]);
    expect(new Set(marked.map((mark) => mark.key)).size).toBe(marked.length);
  });

  it('asks for one extension in time and one just before a meeting', () => {
    const asked = events.filter((event) => event.deed === 'extension.request');
    expect(asked.map((event) => [event.task, event.on, event.to])).toEqual([
      ['20', '2023-09-08', '2023-12-10'],
      ['30', '2023-11-28', '2023-12-28'],
    ]);
    const marks = asked.map((event) => {
      const dueOn = tasks.get(event.task)?.due ?? null;
      const deadline = {
        planYear: 2023,
        originalDueOn: dueOn,
        dueOn,
        version: 1,
        extensions: 0,
        overdueDaysBefore: 0,
      };
      const { reason = '', progressSoFar = '', by: askedBy = '', to: newDueOn = '' } = event;
      const ask = { askedOn: event.on, askedBy, newDueOn, reason, progressSoFar, lateReason: '' };
      return askExtension(deadline, ask, { rules, calendar, nextMeetingOn: nextMeetingAfter(event.on) });
    });
    expect(marks).toMatchObject([
      { askedLate: false, justBeforeMeeting: false, approvers: ['DEPUTY_DIRECTOR'] },
      { askedLate: false, justBeforeMeeting: true, approvers: ['DEPUTY_DIRECTOR'] },
    ]);
    const approved = events.filter((event) => event.deed === 'extension.approve');
    expect(approved.map((event) => [event.task, event.to, event.by])).toEqual(
      asked.map((event) => [event.task, event.to, 'YFB-DEPUTY']),
    );
  });

  it('asks, verifies and approves each close-out in that order, the last accepted report before it', () => {
    const reports = readRows(demoFile('reports.csv'));
    for (const approved of events.filter((event) => event.deed === 'closeout.approve')) {
      const own = events.filter(
        (event) => event.task === approved.task && event.deed.startsWith('closeout.'),
      );
      expect(own.slice(-3).map((event) => event.deed)).toEqual([
        'closeout.request',
        'closeout.verify',
        'closeout.approve',
      ]);
      const request = own.at(-3);
      const undecided = reports.filter(
        (row) =>
          row.task === approved.task && row.month !== '2023-12' && `${row.decidedOn}` > `${request?.on}`,
      );
      expect([approved.task, undecided.length]).toEqual([approved.task, 0]);
    }
  });

  it('explains a support that never reported before closing over it', () => {
    const reports = readRows(demoFile('reports.csv'));
    const silent = parts.filter(
      (one) => !reports.some((row) => row.task === one.task && row.department === one.department),
    );
    expect(silent.map((one) => `${one.task}/${one.department}`)).toEqual(['22/JCY']);
    const request = events.find((event) => event.deed === 'closeout.request' && event.task === '22');
    expect(request?.explanation).toContain('区检察院');
  });
});

describe('the year by the rules of lights', () => {
  const numbersOf = (month: number, light: string) =>
    [...lightsOf(month)].filter(([, verdict]) => verdict.light === light).map(([number]) => Number(number));

  it('shows all lights at the November freeze, each red and yellow for another reason', () => {
    const november = lightsOf(11);
    expect(numbersOf(11, 'DONE')).toHaveLength(17);
    expect(numbersOf(11, 'GREEN')).toHaveLength(10);
    const rules = [...november].filter(([, verdict]) => ['RED', 'YELLOW', 'GREY'].includes(verdict.light));
    expect(Object.fromEntries(rules.map(([number, verdict]) => [number, verdict.rule]))).toEqual({
      2: 'OVERDUE',
      3: 'REPORTS_MISSED',
      9: 'FAR_BEHIND',
      10: 'CLOSE_PENDING',
      17: 'SUSPENDED',
      19: 'OVERDUE',
      20: 'DUE_SOON',
      24: 'REPORT_RETURNED',
      29: 'BEHIND',
    });
    expect([november.get('2')?.overdueDays, november.get('19')?.overdueDays]).toEqual([61, 30]);
  });

  it('raises reds in the year that later clear', () => {
    expect(numbersOf(4, 'RED')).toEqual([33]);
    expect(numbersOf(5, 'RED')).toEqual([]);
    expect(numbersOf(7, 'RED')).toEqual([7]);
    expect(numbersOf(8, 'RED')).toEqual([7]);
    expect(lightsOf(9).get('7')).toMatchObject({ light: 'DONE', closedLate: true });
    expect(numbersOf(10, 'RED')).toEqual([2, 3, 9]);
  });
});
