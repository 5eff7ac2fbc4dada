import { describe, expect, it } from '@jest/globals';
import { KEEP, superseded } from './keep-policy.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const dayOf = (at: number) => String(Math.floor(at / DAY));
const backup = (at: number) => ({ name: String(at), at });
const rule = { newest: 2, days: 3 };

describe('which backups may go', () => {
  it('keeps the newest and the last of each day', () => {
    const times = [DAY, DAY + 5, 2 * DAY, 2 * DAY + 5, 3 * DAY, 3 * DAY + 5, 3 * DAY + 9];
    expect(superseded(times.map(backup), dayOf, rule)).toEqual([3 * DAY, 2 * DAY, DAY].map(String));
  });

  it('lets whole days go once there are later ones enough, not when time passes', () => {
    const times = [1, 2, 3, 90].map((day) => day * DAY);
    expect(superseded(times.map(backup), dayOf, rule)).toEqual([String(DAY)]);
    expect(superseded(times.slice(0, 3).map(backup), dayOf, rule)).toEqual([]);
  });

  it('keeps a day of quarter hours and thirty days, and keeping twice changes nothing', () => {
    const all = Array.from({ length: 60 * 96 }, (_, i) => backup(i * 15 * MINUTE));
    const gone = new Set(superseded(all, dayOf));
    const left = all.filter(({ name }) => !gone.has(name));
    expect(left).toHaveLength(KEEP.newest + KEEP.days - 1);
    expect(superseded(left, dayOf)).toEqual([]);
  });

  it('has nothing to say of none', () => {
    expect(superseded([], dayOf)).toEqual([]);
  });
});
