import { describe, expect, it } from '@jest/globals';
import { changedDays } from './calendar-changes.js';

const off = (day: string, name = '元旦') => ({ day, isWorking: false, name });
const on = (day: string, name = '元旦') => ({ day, isWorking: true, name });

describe('what a new arrangement changes', () => {
  it('names days that come, go, turn round or get another name, in order', () => {
    const before = [off('2023-01-02'), on('2023-01-07'), off('2023-01-03'), off('2023-01-05')];
    const after = [on('2023-01-08'), off('2023-01-02'), off('2023-01-07'), off('2023-01-05', '春节')];
    expect(changedDays(before, after)).toEqual([
      { day: '2023-01-03', was: { kind: '放假', name: '元旦' }, now: null },
      { day: '2023-01-05', was: { kind: '放假', name: '元旦' }, now: { kind: '放假', name: '春节' } },
      { day: '2023-01-07', was: { kind: '上班', name: '元旦' }, now: { kind: '放假', name: '元旦' } },
      { day: '2023-01-08', was: null, now: { kind: '上班', name: '元旦' } },
    ]);
  });

  it('is nothing when both say the same', () => {
    expect(changedDays([off('2023-01-02')], [off('2023-01-02')])).toEqual([]);
  });
});
