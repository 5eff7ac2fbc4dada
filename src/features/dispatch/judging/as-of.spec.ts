import { describe, expect, it } from '@jest/globals';
import { dikeTask } from '../../../../test/support/task-facts.js';
import { taskAsOf } from './as-of.js';

const END = '2023-11-30';

describe('a task as it stood at the end of a month made up later', () => {
  it('is the task of today when nothing happened since', () => {
    expect(taskAsOf(dikeTask(), END)).toEqual(dikeTask());
  });

  it('was still open when it was closed only afterwards', () => {
    const closed = dikeTask({
      state: 'CLOSED',
      stateSince: '2023-12-05',
      closedOn: '2023-12-05',
      closeRequestedOn: '2023-12-01',
    });
    expect(taskAsOf(closed, END)).toMatchObject({
      state: 'IN_PROGRESS',
      closedOn: null,
      closeRequestedOn: null,
    });
    expect(taskAsOf(closed, '2023-12-05').state).toBe('CLOSED');
  });

  it('had its earlier deadline when the extension came afterwards, so no red is lost', () => {
    const extended = dikeTask({
      dueOn: '2023-12-31',
      deadlineVersion: 1,
      extensions: 1,
      lastChange: { changedOn: '2023-12-04', beforeMeeting: false, fromDueOn: '2023-10-31' },
    });
    expect(taskAsOf(extended, END)).toMatchObject({
      dueOn: '2023-10-31',
      deadlineVersion: 0,
      extensions: 0,
      lastChange: null,
    });
    expect(taskAsOf(extended, '2023-12-04')).toMatchObject({ dueOn: '2023-12-31', deadlineVersion: 1 });
  });

  it('had its node open when that was done afterwards', () => {
    const node = {
      id: 'n', taskId: 'dike', kind: 'NODE', period: '1', label: '', startsOn: '2023-01-10',
      originalDueOn: '2023-11-20', dueOn: '2023-11-20', deadlineVersion: 0, doneOn: '2023-12-02',
    } as const; // prettier-ignore
    expect(taskAsOf(dikeTask({ milestones: [node] }), END).milestones[0]?.doneOn).toBeNull();
    expect(taskAsOf(dikeTask({ milestones: [node] }), '2023-12-02').milestones[0]?.doneOn).toBe('2023-12-02');
  });
});
