import { describe, expect, it } from '@jest/globals';
import { runStanding, sentenceOf, tasksDone } from './run-standing.js';

describe('a slot as a page shows it', () => {
  it('waits to be taken over once its lease has run out', () => {
    expect(runStanding({ state: 'RUNNING', leaseUntil: 100 }, 100)).toBe('RUNNING');
    expect(runStanding({ state: 'RUNNING', leaseUntil: 99 }, 100)).toBe('STALLED');
    expect(runStanding({ state: 'FAILED', leaseUntil: 0 }, 100)).toBe('FAILED');
  });

  it.each([
    ['{"after":null,"totals":{"tasks":400}}', 400],
    ['{"after":null}', null],
    ['{"totals":', null],
    ['files 50', null],
    ['', null],
  ])('has worked, by the cursor %s, so many tasks: %s', (cursor, n) => expect(tasksDone(cursor)).toBe(n));

  it('tells its refusal without the kind of error', () => {
    expect(sentenceOf('DomainError: 没有这份台账。')).toBe('没有这份台账。');
    expect(sentenceOf('Error: boom')).toBe('boom');
    expect(sentenceOf(null)).toBe('');
  });
});
