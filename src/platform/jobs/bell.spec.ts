import { describe, expect, it } from '@jest/globals';
import { bellName, bellOf, slotBell, slotOfBell } from './bell.js';

describe('a bell', () => {
  it('has a name that BullMQ takes: no colon, not digits only', () => {
    expect(bellName({ kind: 'outbox', id: '42' })).toBe('ob-42');
    expect(bellName({ kind: 'sweep', id: 'reminders.deliver' })).toBe('sw-reminders.deliver');
    expect(bellName({ kind: 'schedule', id: 'look' })).toBe('sc-look');
    expect(bellName(slotBell('dispatch.freeze-shard', 'L/2023-11/0'))).toBe(
      'sl-dispatch.freeze-shard L/2023-11/0',
    );
  });

  it('of a slot comes back from the queue as the job and slot it was made of', () => {
    const bell = bellOf(JSON.parse(JSON.stringify(slotBell('dispatch.freeze-shard', 'L/2023-11/3'))));
    expect(bell && slotOfBell(bell)).toEqual({ job: 'dispatch.freeze-shard', slot: 'L/2023-11/3' });
  });

  it.each([
    null,
    undefined,
    7,
    {},
    { kind: 'outbox' },
    { kind: 'other', id: 'x' },
    { kind: 'toString', id: 'x' },
    { kind: 'outbox', id: '' },
  ])('is not made of %j, whoever put it into the queue', (data) => expect(bellOf(data)).toBeNull());
});
