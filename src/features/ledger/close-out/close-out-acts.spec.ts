import { describe, expect, it } from '@jest/globals';
import { closeOutActs } from './close-out-acts.js';
import type { CloseOutDecided } from '../close-out-decided.topic.js';

function deeds(state: string, outcome: CloseOutDecided['outcome']): string[] {
  const told = { taskId: 't', requestedOn: '2023-03-20', outcome, decidedOn: '2023-03-24', reason: '' };
  return closeOutActs(state, told).map(({ act }) => act.deed);
}

describe('the steps to a closed task', () => {
  it.each([
    ['IN_PROGRESS', 'REQUESTED', ['REQUEST_CLOSE']],
    ['ASSIGNED', 'REQUESTED', ['ACCEPT', 'REQUEST_CLOSE']],
    ['CLOSE_REQUESTED', 'VERIFIED', ['VERIFY']],
    ['VERIFIED', 'APPROVED', ['CLOSE']],
    ['IN_PROGRESS', 'APPROVED', ['REQUEST_CLOSE', 'VERIFY', 'CLOSE']],
    ['CLOSE_REQUESTED', 'RETURNED', ['RETURN_CLOSE', 'RESUME']],
    ['VERIFIED', 'RETURNED', ['RETURN_CLOSE', 'RESUME']],
    ['CLOSE_REQUESTED', 'WITHDRAWN', ['WITHDRAW_CLOSE']],
    ['CLOSED', 'APPROVED', []],
    ['IN_PROGRESS', 'WITHDRAWN', []],
  ] as const)('from %s told %s are %j', (state, outcome, expected) => {
    expect(deeds(state, outcome)).toEqual(expected);
  });

  it('date the request on its own day, so that review in time stops the clock', () => {
    const told = {
      taskId: 't',
      requestedOn: '2023-03-20',
      outcome: 'APPROVED',
      decidedOn: '2023-03-24',
      reason: '',
    } as const;
    expect(closeOutActs('IN_PROGRESS', told).map(({ on }) => on)).toEqual([
      '2023-03-20',
      '2023-03-24',
      '2023-03-24',
    ]);
  });

  it('are a fault for an outcome nobody knows', () => {
    expect(() => deeds('IN_PROGRESS', 'LOST' as never)).toThrow('no known outcome');
  });
});
