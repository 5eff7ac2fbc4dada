import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseCycleRules } from './cycle-rules.js';

const shipped = (parse(readFileSync('config/cycle.yaml', 'utf8')) as { month: Record<string, unknown> })
  .month;

describe('月调度日程配置', () => {
  it('reads the shipped file', () => {
    expect(parseCycleRules(shipped)).toMatchObject({ reminderDay: 20, reportDay: 25, reportTime: '17:30' });
  });

  it('names every fault at once (CYCLE_RULES_INVALID)', () => {
    expect(() => parseCycleRules({ ...shipped, reportDay: 32, reportTime: '25:00', lunch: 1 })).toThrow(
      expect.objectContaining({
        kind: 'INVALID',
        code: 'CYCLE_RULES_INVALID',
        details: {
          faults: [
            '“reportDay”应为 1 至 31 的整数',
            '“reportTime”应为 HH:MM 形式的时刻',
            '不认识的项目“lunch”',
          ],
        },
      }),
    );
  });
});
