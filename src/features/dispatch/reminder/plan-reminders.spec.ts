import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { workingCalendar } from '../../../domain/calendar/working-calendar.js';
import { parseLadder } from '../../../domain/reminder/parse-ladder.js';
import { dikeTask } from '../../../../test/support/task-facts.js';
import { planReminders, type ReminderGround } from './plan-reminders.js';

const ladder = parseLadder(parse(readFileSync('config/escalation.yaml', 'utf8')));
const calendar = workingCalendar([{ year: 2023, status: 'FINAL', noticeNumber: null, exceptions: [] }]);
const on = (asOf: string, today = asOf): ReminderGround => ({
  asOf,
  today,
  redUpTo: '2023-10',
  ladder,
  calendar,
});
const rungs = (...of: Parameters<typeof planReminders>) => planReminders(...of).map(({ due }) => due.rung);

describe('planning reminders of a task', () => {
  it('goes to the first lead by what is not yet reminded', () => {
    const planned = planReminders(dikeTask(), 0, new Map(), on('2023-11-01'));
    expect(planned).toHaveLength(1);
    expect(planned[0]).toMatchObject({ subjectKind: 'TASK', subjectId: 'dike', departmentId: 'water' });
    expect(planned[0]?.due).toMatchObject({ rung: 'FOLLOW_UP_NOTICE', sendOn: '2023-11-01' });
  });

  it('finds nothing more once issued, and the next rung when its day has come', () => {
    const issued = new Map([['dike', [{ rung: 'FOLLOW_UP_NOTICE', period: '2023-10', deadlineVersion: 0 }]]]);
    expect(rungs(dikeTask(), 0, issued, on('2023-11-02'))).toEqual([]);
    expect(rungs(dikeTask(), 0, issued, on('2023-11-07'))).toEqual(['SUPERVISION_ORDER']);
  });

  it('sends nothing into the past when a month is made up later; days to answer count from the sending', () => {
    const [planned] = planReminders(dikeTask(), 0, new Map(), on('2023-11-01', '2023-12-09'));
    expect(planned?.due.sendOn).toBe('2023-12-11');
    expect(planned?.due.replyBy).toBe('2023-12-14');
  });

  it('chases an open node of its own, and not one that is done or has not begun', () => {
    const node = {
      taskId: 'dike', kind: 'OCCURRENCE', label: '', originalDueOn: '2023-09-30', dueOn: '2023-09-30', deadlineVersion: 0,
    } as const; // prettier-ignore
    const task = dikeTask({
      deadlineKind: 'recurring',
      milestones: [
        { ...node, id: 'q2', period: '2023Q2', startsOn: '2023-04-01', doneOn: '2023-06-28' },
        { ...node, id: 'q3', period: '2023Q3', startsOn: '2023-07-01', doneOn: null },
        { ...node, id: 'q4', period: '2023Q4', startsOn: '2023-10-01', dueOn: '2023-12-31', doneOn: null },
      ],
    });
    const planned = planReminders(task, 0, new Map(), on('2023-10-02'));
    expect(planned.map(({ subjectKind, subjectId, due }) => [subjectKind, subjectId, due.rung])).toEqual([
      ['MILESTONE', 'q3', 'FOLLOW_UP_NOTICE'],
    ]);
  });

  it('says nothing about a task that is closed, suspended or has no lead', () => {
    expect(rungs(dikeTask({ state: 'CLOSED' }), 0, new Map(), on('2023-11-30'))).toEqual([]);
    expect(rungs(dikeTask({ state: 'SUSPENDED' }), 0, new Map(), on('2023-11-30'))).toEqual([]);
    expect(rungs(dikeTask({ assignments: [] }), 0, new Map(), on('2023-11-30'))).toEqual([]);
  });
});
