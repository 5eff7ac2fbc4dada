import { describe, expect, it } from '@jest/globals';
import type { RollUpLine } from './present-roll-up.js';
import { statementOf, totalsOf } from './roll-up-statement.js';

const lineOf = (name: string, state: string, light: string | null = null, more: object = {}): RollUpLine =>
  ({
    breakdown: { state, receiver: { code: name, name } },
    task: null,
    today: state === 'ASSIGNED' ? { light, overdueDays: 0, verifiedProgress: null, ...more } : null,
    frozen: null,
    report: null,
  }) as unknown as RollUpLine;

const sayOf = (lines: readonly RollUpLine[]): string => statementOf(lines, totalsOf(lines), '2023-11-30');

describe('what the districts of a task add up to', () => {
  it('counts who owes it, and what was not begun as nothing done', () => {
    const lines = [
      lineOf('甲区', 'ASSIGNED', 'GREEN', { verifiedProgress: 80 }),
      lineOf('乙区', 'ASSIGNED', 'RED', { verifiedProgress: 40, overdueDays: 3 }),
      lineOf('丙区', 'PENDING'),
      lineOf('丁区', 'RETURNED'),
      lineOf('戊区', 'WITHDRAWN'),
    ];
    expect(totalsOf(lines)).toMatchObject({ receivers: 3, returned: 1, green: 1, red: 1, overdue: 1, averageProgress: 40 }); // prettier-ignore
    expect(sayOf(lines)).toBe(
      '本任务下达 3 个下辖市、区，已分派 2 个，待接收 1 个（丙区），另有退回 1 个（丁区）；截至 2023-11-30，绿灯 1 个，红灯 1 个（乙区）；逾期 1 个（乙区）；平均核定进度 40%。',
    );
  });

  it('names the first five', () => {
    const lines = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => lineOf(name, 'PENDING'));
    expect(sayOf(lines)).toContain('待接收 6 个（甲、乙、丙、丁、戊 等）');
  });

  it('says nothing where nothing was handed down', () => {
    expect(totalsOf([])).toMatchObject({ receivers: 0, averageProgress: null });
    expect(sayOf([lineOf('甲区', 'WITHDRAWN')])).toBe('');
  });
});
