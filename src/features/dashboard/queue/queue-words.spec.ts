import { describe, expect, it } from '@jest/globals';
import { eventWord, jobWord, slotWord } from './queue-words.js';

const GROUND = { codes: new Map([['0192-id', 'KT-2023']]), zone: 'Asia/Shanghai' };

describe('words of background work', () => {
  it.each([
    ['0192-id/2023-11', 'KT-2023 · 2023年11月'],
    ['0192-id/2023-11/3', 'KT-2023 · 2023年11月 · 3'],
    ['0192-id/2023-11-30', 'KT-2023 · 2023-11-30'],
    ['registers/2023-11-30', '全部登记簿 · 2023-11-30'],
    ['2026-11-27T09:15', '2026-11-27 17:15'],
    ['2026-11-27T16', '2026-11-28 00:00'],
    ['gone/2023-11', 'gone · 2023年11月'],
  ])('say the slot %s as %s', (slot, words) => expect(slotWord(slot, GROUND)).toBe(words));

  it('leave what they do not know under its own name', () => {
    expect([jobWord('dispatch.freeze'), jobWord('new.job')]).toEqual(['月末冻结', 'new.job']);
    expect([eventWord('reminders.issued'), eventWord('new.topic')]).toEqual(['提醒汇总成件', 'new.topic']);
  });
});
