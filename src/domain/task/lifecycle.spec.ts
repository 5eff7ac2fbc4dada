import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../refusal.js';
import { assignmentLifecycle } from './assignment-lifecycle.js';
import { closeOutRequestLifecycle } from './close-out-request-lifecycle.js';
import { deliveryLifecycle } from './delivery-lifecycle.js';
import { dispatchRoundLifecycle } from './dispatch-round-lifecycle.js';
import { extensionRequestLifecycle } from './extension-request-lifecycle.js';
import { allowedDeeds, checkLifecycle, defineLifecycle, nextState, type Lifecycle } from './lifecycle.js';
import { progressReportLifecycle } from './progress-report-lifecycle.js';
import { standingOf, taskLifecycle, type TaskState } from './task-lifecycle.js';

const lamp: Lifecycle<'OFF' | 'ON', 'PRESS'> = {
  thing: '台灯',
  start: 'OFF',
  states: { OFF: '灭', ON: '亮' },
  deeds: { PRESS: '按' },
  moves: { OFF: { PRESS: 'ON' }, ON: { PRESS: 'OFF' } },
};

describe('a lifecycle table is checked when its module is loaded', () => {
  it('accepts a sound table', () => {
    expect(defineLifecycle(lamp)).toBe(lamp);
  });

  it('names a state that cannot be reached', () => {
    const table = { ...lamp, states: { ...lamp.states, BROKEN: '坏' }, moves: { ...lamp.moves, BROKEN: {} } };
    expect(() => defineLifecycle(table as never)).toThrow(
      'lifecycle 台灯: state BROKEN cannot be reached from OFF',
    );
  });

  it('names an unknown target with the state and deed that lead there', () => {
    const table = { ...lamp, moves: { OFF: { PRESS: 'ON' }, ON: { PRESS: 'GONE' } } };
    expect(() => checkLifecycle(table, 'OFF')).toThrow('unknown target GONE of ON.PRESS');
  });

  it('names a deed that no state allows and one the table does not know', () => {
    const table = {
      ...lamp,
      deeds: { PRESS: '按', KICK: '踢' },
      moves: { ...lamp.moves, ON: { SHAKE: 'OFF' } },
    };
    expect(() => checkLifecycle(table, 'OFF')).toThrow('unknown deed SHAKE in ON; no state allows deed KICK');
  });

  it('walks from the given start', () => {
    expect(() => checkLifecycle(lamp, 'ON')).not.toThrow();
    expect(() => checkLifecycle({ ...lamp, moves: { OFF: {}, ON: { PRESS: 'OFF' } } }, 'OFF')).toThrow(
      'state ON',
    );
  });
});

describe('督查督办流程 任务状态', () => {
  it('走完立项、交办、签收、申请办结、审核、销号、归档', () => {
    const deeds = ['REGISTER', 'ISSUE', 'ACCEPT', 'REQUEST_CLOSE', 'VERIFY', 'CLOSE', 'ARCHIVE'] as const;
    const path = deeds.reduce<TaskState[]>(
      (states, deed) => [...states, nextState(taskLifecycle, states.at(-1) ?? 'DRAFT', deed)],
      ['DRAFT'],
    );
    expect(path).toEqual([
      'DRAFT',
      'REGISTERED',
      'ASSIGNED',
      'IN_PROGRESS',
      'CLOSE_REQUESTED',
      'VERIFIED',
      'CLOSED',
      'ARCHIVED',
    ]);
  });

  it.each([
    ['ASSIGNED', 'OBJECT', 'OBJECTED'],
    ['OBJECTED', 'REISSUE', 'ASSIGNED'],
    ['CLOSE_REQUESTED', 'RETURN_CLOSE', 'CLOSE_RETURNED'],
    ['CLOSE_RETURNED', 'RESUME', 'IN_PROGRESS'],
    ['CLOSED', 'REOPEN', 'REOPENED'],
    ['REOPENED', 'RESUME', 'IN_PROGRESS'],
    ['IN_PROGRESS', 'SUSPEND', 'SUSPENDED'],
    ['IN_PROGRESS', 'MERGE', 'MERGED'],
    ['DRAFT', 'VOID', 'VOID'],
  ] as const)('%s 经 %s 到 %s', (from, deed, to) => {
    expect(nextState(taskLifecycle, from, deed)).toBe(to);
  });

  it('refuses what the state does not allow and says what it does', () => {
    const deed = () => nextState(taskLifecycle, 'CLOSED', 'REQUEST_CLOSE');
    expect(deed).toThrow(DomainError);
    expect(deed).toThrow('任务现处于“销号”状态，不能申请办结；现可办理：归档、恢复办理。');
    expect(() => nextState(taskLifecycle, 'VOID', 'REGISTER')).toThrow('该状态下不再办理其他事项');
  });

  it('tells lights which tasks are open, closed, grey or without light', () => {
    const states: TaskState[] = [
      'DRAFT',
      'OBJECTED',
      'VERIFIED',
      'REOPENED',
      'ARCHIVED',
      'SUSPENDED',
      'VOID',
    ];
    expect(states.map(standingOf)).toEqual([null, 'OPEN', 'OPEN', 'OPEN', 'CLOSED', 'SUSPENDED', null]);
  });
});

describe('其他流程', () => {
  it('月报: a returned report is submitted again, an accepted one is final', () => {
    expect(nextState(progressReportLifecycle, 'RETURNED', 'SUBMIT')).toBe('SUBMITTED');
    expect(allowedDeeds(progressReportLifecycle, 'ACCEPTED')).toEqual([]);
  });

  it('分工: an objection is upheld or the assignment withdrawn', () => {
    expect(allowedDeeds(assignmentLifecycle, 'OBJECTED')).toEqual(['UPHOLD', 'ACCEPT', 'WITHDRAW']);
  });

  it('延期: rejected stays rejected, endorsed still needs approval', () => {
    expect(allowedDeeds(extensionRequestLifecycle, 'REJECTED')).toEqual([]);
    expect(nextState(extensionRequestLifecycle, 'ENDORSED', 'APPROVE')).toBe('APPROVED');
  });

  it('办结: nobody approves what was not verified', () => {
    expect(() => nextState(closeOutRequestLifecycle, 'SUBMITTED', 'APPROVE')).toThrow('不能批准销号');
    expect(nextState(closeOutRequestLifecycle, 'VERIFIED', 'RETURN')).toBe('RETURNED');
  });

  it('月调度: a frozen month is never opened again', () => {
    expect(allowedDeeds(dispatchRoundLifecycle, 'FROZEN')).toEqual(['MEET', 'PUBLISH']);
    expect(() => nextState(dispatchRoundLifecycle, 'FROZEN', 'FREEZE')).toThrow('月调度现处于“已冻结”状态');
  });

  it('送达: a failure is retried or given up, what was sent is not sent again', () => {
    expect(nextState(deliveryLifecycle, nextState(deliveryLifecycle, 'QUEUED', 'FAIL'), 'RETRY')).toBe(
      'QUEUED',
    );
    expect(() => nextState(deliveryLifecycle, 'SENT', 'SEND')).toThrow('送达现处于“已发送”状态');
  });
});
