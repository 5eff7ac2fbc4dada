import { describe, expect, it } from '@jest/globals';
import { pendingSlots } from './pending-slots.js';

const month = (scope: string, m: string) => ({ slot: `${scope}/${m}`, scope, dueOn: `${m}-28` });
const due = ['2023-01', '2023-02', '2023-03'].map((m) => month('A', m));

describe('pending slots', () => {
  it('are all that are due and not settled, oldest first', () => {
    const plan = pendingSlots(due, new Set(['A/2023-01']), 'all', 3);
    expect(plan.run.map((slot) => slot.slot)).toEqual(['A/2023-02', 'A/2023-03']);
  });

  it('collapse into the latest for sweeps', () => {
    const plan = pendingSlots(due, new Set(), 'latest', 3);
    expect(plan.run.map((slot) => slot.slot)).toEqual(['A/2023-03']);
    expect(plan.collapsed).toEqual([
      { slot: 'A/2023-01', into: 'A/2023-03' },
      { slot: 'A/2023-02', into: 'A/2023-03' },
    ]);
  });

  it('wait for an operator when more than three of a scope were missed, without holding other scopes', () => {
    const many = [...due, month('A', '2023-04'), month('B', '2023-04')];
    const plan = pendingSlots(many, new Set(), 'all', 3);
    expect(plan.held).toEqual([{ scope: 'A', slots: many.slice(0, 4).map((slot) => slot.slot) }]);
    expect(plan.run.map((slot) => slot.slot)).toEqual(['B/2023-04']);
  });
});
