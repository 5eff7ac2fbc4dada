import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseLightThresholds } from './light-thresholds.js';
import { redStreak, redStreakText } from './red-streak.js';

const shipped = parse(readFileSync('config/lights.yaml', 'utf8')) as Record<string, unknown>;

describe('亮灯规则参数', () => {
  it('reads the shipped file', () => {
    expect(parseLightThresholds(shipped)).toMatchObject({
      farBehindPoints: 30,
      dueSoonDays: 15,
      missedReports: 2,
    });
  });

  it('names every fault at once', () => {
    expect(() =>
      parseLightThresholds({ ...shipped, dueSoonDays: -1, missedReports: '2', blinking: 1 }),
    ).toThrow(
      '亮灯规则配置有误：“dueSoonDays”应为 0 至 366 的整数；“missedReports”应为 1 至 12 的整数；不认识的项目“blinking”。',
    );
    expect(() => parseLightThresholds(null)).toThrow('“version”应为');
    expect(() => parseLightThresholds(null)).toThrow(
      expect.objectContaining({ kind: 'INVALID', code: 'LIGHT_THRESHOLDS_INVALID' }),
    );
  });

  it('refuses numbers that contradict one another', () => {
    expect(() => parseLightThresholds({ ...shipped, behindPoints: 30 })).toThrow('应小于“farBehindPoints”');
  });
});

describe('连续红灯', () => {
  it('counts the last unbroken run of frozen months', () => {
    const frozen = [
      { month: '2023-07', light: 'RED' },
      { month: '2023-08', light: 'YELLOW' },
      { month: '2023-09', light: 'RED' },
      { month: '2023-10', light: 'RED' },
    ] as const;
    expect(redStreak(frozen)).toEqual({ months: 2, since: '2023-09', latest: '2023-10' });
    expect(redStreakText(redStreak(frozen))).toBe('连续 2 月红灯');
    expect(redStreak(frozen.slice(0, 2))).toEqual({ months: 0, since: null, latest: null });
    expect(redStreakText(redStreak(frozen.slice(0, 1)))).toBe('');
  });
});
