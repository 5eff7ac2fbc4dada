import { describe, expect, it } from '@jest/globals';
import type { HandedCell } from './roll-up-queries.js';
import { wantsAttention } from './wants-attention.js';

const cell = (state: string, light: string | null = null, overdueDays = 0): HandedCell =>
  ({ state, today: state === 'ASSIGNED' ? { light, overdueDays } : null }) as HandedCell;

describe('what of a task handed down wants attention', () => {
  it.each(['PENDING', 'ACCEPTED', 'RETURNED'])('one that nobody works on: %s', (state) => {
    expect(wantsAttention(cell(state))).toBe(true);
  });

  it.each(['RED', 'YELLOW'])('one on a light of %s', (light) => {
    expect(wantsAttention(cell('ASSIGNED', light))).toBe(true);
  });

  it('one that is overdue, whatever its light', () => {
    expect(wantsAttention(cell('ASSIGNED', 'GREEN', 1))).toBe(true);
  });

  it.each(['GREEN', 'DONE', 'GREY', null])('not one on %s', (light) => {
    expect(wantsAttention(cell('ASSIGNED', light))).toBe(false);
  });
});
