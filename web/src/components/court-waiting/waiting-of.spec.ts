import { describe, expect, it } from '@jest/globals';
import { waitingOf } from './waiting-of.js';

type Items = Parameters<typeof waitingOf>[0];

/** One hearing with one seat, as far as it matters. */
function hearing(day: string, state: string, seat: object = {}): Items[number] {
  const place = { mustAppear: true, reply: null, form: null, department: 'RSJ', ...seat };
  return {
    caseId: day,
    hearing: { id: day, day, time: '', state, seats: [place] },
  } as unknown as Items[number];
}

const waits = (...items: Items) =>
  waitingOf(items, '2023-05-10').map(({ item, deed }) => [item.caseId, deed]);

describe('what waits for a department', () => {
  it('is an answer up to and on the day, the nearest first', () => {
    expect(waits(hearing('2023-05-20', 'SCHEDULED'), hearing('2023-05-10', 'SCHEDULED'))).toEqual([
      ['2023-05-10', 'reply'],
      ['2023-05-20', 'reply'],
    ]);
    expect(waits(hearing('2023-05-20', 'SCHEDULED', { reply: { kind: 'ATTENDS' } }))).toEqual([]);
  });

  it('is a form once the hearing was held or its day is over', () => {
    const replied = { reply: { kind: 'ATTENDS' } };
    expect(
      waits(hearing('2023-05-10', 'HELD', replied), hearing('2023-05-09', 'SCHEDULED', replied)),
    ).toEqual([
      ['2023-05-09', 'form'],
      ['2023-05-10', 'form'],
    ]);
    expect(waits(hearing('2023-05-09', 'HELD', { form: {} }))).toEqual([]);
  });

  it('is nothing where no hearing is held or the head is relieved', () => {
    expect(waits(hearing('2023-05-20', 'CANCELLED'), hearing('2023-05-21', 'RESCHEDULED'))).toEqual([]);
    expect(waits(hearing('2023-05-20', 'SCHEDULED', { mustAppear: false }))).toEqual([]);
  });
});
