import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseLightThresholds } from './light-thresholds.js';
import { redStreakText } from './red-streak.js';

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
  it('is worth a word from the second month on', () => {
    expect(redStreakText(2)).toBe('连续 2 月红灯');
    expect(redStreakText(1)).toBe('');
    expect(redStreakText(0)).toBe('');
  });
});
