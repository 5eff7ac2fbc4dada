import { describe, expect, it } from '@jest/globals';
import {
  acceptedReport,
  dikeTask,
  financeBureau,
  novemberPage,
  waterBureau,
} from '../../../../test/support/task-facts.js';
import { evaluateTask } from './evaluate-task.js';

const ROLES = ['TASK', 'LEAD', 'SUPPORT'];

/** The rows of a task by role: the task's own, its lead's, its support's. */
const rowsOf = (...of: Parameters<typeof evaluateTask>) =>
  evaluateTask(...of).rows.toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));

describe('judging a task for the month', () => {
  it('gives the task its first lead’s light and explains it with dates and days (design §3)', () => {
    const [task, lead] = rowsOf(dikeTask(), novemberPage());
    expect(task).toMatchObject({
      role: 'TASK',
      departmentCode: '',
      departmentName: '区水务局',
      light: 'RED',
      overdueDays: 30,
    });
    expect(task?.explanation).toContain('时限 2023-10-31');
    expect(task?.explanation).toContain('逾期 30 天');
    expect(task?.explanation).toContain('核定进度 80%');
    expect(lead).toMatchObject({ role: 'LEAD', departmentCode: 'SWU', light: 'RED' });
  });

  it('does not turn a support red because the lead is late with its reports (单位的灯不因他单位逾期变红)', () => {
    const page = novemberPage({ missed: new Map([['dike-water', 2]]) });
    const [task, lead, support] = rowsOf(
      dikeTask({ dueOn: '2023-12-31', originalDueOn: '2023-12-31' }),
      page,
    );
    expect([task?.light, lead?.light, support?.light]).toEqual(['RED', 'RED', 'GREEN']);
  });

  it('shows a support that has done its part as done while the lead is still late', () => {
    const task = dikeTask({ assignments: [waterBureau(), financeBureau({ state: 'DONE' })] });
    expect(rowsOf(task, novemberPage())[2]).toMatchObject({ departmentCode: 'CZJ', light: 'DONE' });
  });

  it('gives the task first and its departments by code, as they are read back', () => {
    const { rows } = evaluateTask(dikeTask(), novemberPage());
    expect(rows.map((row) => row.departmentCode)).toEqual(['', 'CZJ', 'SWU']);
  });

  it('names the evidence that stood: of the whole task on its row, of each department on its own', () => {
    const evidence = new Map([['dike/', ['aa', 'bb']], ['dike/finance', ['bb']]]); // prettier-ignore
    const [task, lead, support] = rowsOf(dikeTask(), novemberPage({ evidence }));
    expect([task?.evidence, lead?.evidence, support?.evidence]).toEqual(['["aa","bb"]', '[]', '["bb"]']);
  });

  it('leaves out a department that was withdrawn', () => {
    const task = dikeTask({ assignments: [waterBureau(), financeBureau({ state: 'WITHDRAWN' })] });
    expect(rowsOf(task, novemberPage())).toHaveLength(2);
  });

  it('counts red months on from the month before, per part', () => {
    const before = new Map([['dike/', 1], ['dike/SWU', 2]]); // prettier-ignore
    const [task, lead] = rowsOf(dikeTask(), novemberPage({ redMonthsBefore: before }));
    expect([task?.redMonths, lead?.redMonths]).toEqual([2, 3]);
    const green = dikeTask({ dueOn: '2024-12-31', originalDueOn: '2024-12-31' });
    expect(rowsOf(green, novemberPage({ redMonthsBefore: before }))[0]?.redMonths).toBe(0);
  });

  it('shows a report not in before the cut-off as a draft, after it as missing', () => {
    const reports = new Map([['dike-water', acceptedReport({ state: 'DRAFT', claimedProgress: null })]]);
    expect(rowsOf(dikeTask(), novemberPage({ reports, cutOffPassed: false }))[0]?.reportState).toBe('DRAFT');
    expect(rowsOf(dikeTask(), novemberPage({ reports }))[0]?.reportState).toBe('MISSING');
  });

  it('flags the task and every open node past its day, each for its own deadline version', () => {
    const node = {
      taskId: 'dike',
      kind: 'NODE',
      startsOn: '2023-01-10',
      originalDueOn: '2023-09-30',
      dueOn: '2023-09-30',
    } as const;
    const task = dikeTask({
      deadlineVersion: 1,
      milestones: [
        { ...node, id: 'n1', period: '1', label: '完成设计', deadlineVersion: 0, doneOn: '2023-09-28' },
        { ...node, id: 'n2', period: '2', label: '完成招标', deadlineVersion: 0, doneOn: null },
      ],
    });
    expect(evaluateTask(task, novemberPage()).overdue).toEqual([
      { taskId: 'dike', milestoneId: '', deadlineVersion: 1, dueOn: '2023-10-31', overdueDays: 30 },
      { taskId: 'dike', milestoneId: 'n2', deadlineVersion: 0, dueOn: '2023-09-30', overdueDays: 61 },
    ]);
  });

  it.each(['CLOSED', 'SUSPENDED', 'CANCELLED', 'MERGED'])('flags nothing of a task that is %s', (state) => {
    expect(evaluateTask(dikeTask({ state }), novemberPage()).overdue).toEqual([]);
  });

  it('marks the row of a deadline that was moved just before a meeting (会前改期)', () => {
    const lastChange = { changedOn: '2023-11-01', beforeMeeting: true, fromDueOn: '2023-10-31' };
    expect(rowsOf(dikeTask({ lastChange }), novemberPage())[0]?.beforeMeeting).toBe(1);
  });
});
