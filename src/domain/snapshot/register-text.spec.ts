import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';
import type { RegisterRow } from './register-row.js';
import { registerLights, registerLine, registerLines } from './register-text.js';

const plan: RegisterRow = {
  register: 'DECISIONS',
  sortKey: '2023-01',
  number: '2023-01',
  title: '养老服务设施布局规划',
  departmentCode: 'MZJ',
  departmentName: '区民政局',
  standing: '合法性审查',
  light: 'YELLOW',
  rule: 'DUE_SOON',
  explanation: '黄灯：计划完成日期 2023-12-10，距今 10 天。',
  dueOn: '2023-12-10',
  overdueDays: 0,
};

describe('其他台账的快照文本', () => {
  it('is canonical and holds keys, light, rule and days, not words', () => {
    const line = registerLine(plan);
    expect(canonicalJson(JSON.parse(line))).toBe(line);
    expect(registerLine({ ...plan, title: '改', explanation: '改', standing: '改', departmentName: '改' })).toBe(line); // prettier-ignore
    expect(registerLine({ ...plan, light: 'RED' })).not.toBe(line);
    expect(registerLine({ ...plan, overdueDays: 1 })).not.toBe(line);
  });

  it('tells things first, then the numbers of each register in the order of their names', () => {
    const figures = { HEARINGS: { held: 2 }, DECISIONS: { identified: 4 } };
    expect(registerLines({ rows: [plan], figures })).toEqual([
      registerLine(plan),
      '{"figures":{"identified":4},"register":"DECISIONS"}',
      '{"figures":{"held":2},"register":"HEARINGS"}',
    ]);
    expect(registerLines({ rows: [], figures: {} })).toEqual([]);
  });

  it('counts lights by register', () => {
    const red: RegisterRow = { ...plan, register: 'HEARINGS', light: 'RED' };
    expect(registerLights([plan, plan, red])).toMatchObject({
      DECISIONS: { YELLOW: 2, RED: 0 },
      HEARINGS: { RED: 1 },
    });
    expect(registerLights([])).toEqual({});
  });
});
