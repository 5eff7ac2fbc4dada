import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import type { SnapshotRow } from './snapshot-row.js';
import { snapshotHead, snapshotLine } from './snapshot-text.js';
import { countIn, noTotals, overdueLine } from './snapshot-totals.js';

const overdueTask: SnapshotRow = {
  departmentCode: '',
  departmentName: '区民政局',
  sortKey: '0007',
  number: '7',
  title: '建成社区法律服务点',
  indicator: '法治社会/公共法律服务',
  role: 'TASK',
  light: 'RED',
  rule: 'OVERDUE',
  explanation:
    '红灯（逾期未办结）：时限 2023-10-31，今天 2023-11-30，逾期 30 天；序时进度 100%，核定进度 80%。',
  startsOn: '2023-01-10',
  originalDueOn: '2023-10-31',
  dueOn: '2023-10-31',
  deadlineVersion: 1,
  overdueDays: 30,
  timeProgress: 100,
  verifiedProgress: 80,
  claimedProgress: 90,
  pace: 'BEHIND',
  count: null,
  targetCount: null,
  targetUnit: '',
  reportState: 'ACCEPTED',
  reportIsLate: 0,
  reportText: '已建成八处',
  problems: '两处选址未定',
  nextStep: '十二月上旬完成选址',
  redMonths: 1,
  extensions: 0,
  evidence: '[]',
  beforeMeeting: 0,
};
const lead: SnapshotRow = { ...overdueTask, departmentCode: 'MZJ', role: 'LEAD' };

describe('规范化 JSON（RFC 8785）', () => {
  it('has one spelling per value', () => {
    expect(canonicalJson({ b: [1.5, -0, 1e21], a: { 长: '短\n', A: undefined, é: null, e: true } })).toBe(
      '{"a":{"e":true,"é":null,"长":"短\\n"},"b":[1.5,0,1e+21]}',
    );
  });

  it('does not depend on the order in which fields were put in, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(object));
        expect(canonicalJson(JSON.parse(canonicalJson(object)))).toBe(canonicalJson(object));
      }),
      { numRuns: 200 },
    );
  });

  it.each([[NaN], [Infinity], [() => 1], [new Map()], [1n]])('throws on %p', (value) => {
    expect(() => canonicalJson({ value })).toThrow('canonical JSON cannot hold');
  });
});

describe('快照文本', () => {
  it('is canonical JSON of head and row', () => {
    expect(canonicalJson(JSON.parse(snapshotLine(lead)))).toBe(snapshotLine(lead));
    expect(JSON.parse(snapshotLine(lead))).toMatchObject({ task: '7', department: 'MZJ', role: 'LEAD' });
    expect(snapshotHead('KT-2023', '2023-11', '2023-11-30')).toBe(
      '{"asOf":"2023-11-30","ledger":"KT-2023","month":"2023-11"}',
    );
  });

  it('names the evidence that stood, and where there was none reads as it did before evidence was kept', () => {
    expect(snapshotLine(lead)).not.toContain('evidence');
    const proven = snapshotLine({ ...lead, evidence: '["ab"]' });
    expect(JSON.parse(proven)).toEqual({ ...(JSON.parse(snapshotLine(lead)) as object), evidence: '["ab"]' });
    expect(canonicalJson(JSON.parse(proven))).toBe(proven);
  });

  it('holds no id, and changes with any figure but not with the wording of an explanation', () => {
    const withId: SnapshotRow & { taskId: string } = { ...overdueTask, taskId: '018c' };
    const text = snapshotLine(overdueTask);
    expect(snapshotLine(withId)).toBe(text);
    expect(snapshotLine({ ...overdueTask, explanation: '逾期三十天' })).toBe(text);
    const figures = Object.keys(JSON.parse(text) as object).filter(
      (key) => key !== 'task' && key !== 'department',
    );
    for (const key of figures) expect(snapshotLine({ ...overdueTask, [key]: 'x' })).not.toBe(text);
    expect(snapshotLine({ ...overdueTask, number: '8' })).not.toBe(text);
  });
});

describe('月度汇总', () => {
  it('counts tasks and not the parts of departments', () => {
    const totals = noTotals();
    const green: SnapshotRow = {
      ...overdueTask,
      number: '8',
      light: 'GREEN',
      pace: 'ON_SCHEDULE',
      overdueDays: 0,
    };
    for (const row of [overdueTask, lead, { ...lead, role: 'SUPPORT' as const }, green]) countIn(totals, row);
    expect(totals).toEqual({
      tasks: 2,
      lights: { GREEN: 1, YELLOW: 0, RED: 1, DONE: 0, GREY: 0 },
      progress: { ahead: 0, onSchedule: 1, behind: 1, done: 0, other: 0 },
    });
  });

  it('gives an overdue task a line with its dates and its reason', () => {
    expect(overdueLine(overdueTask)).toEqual({
      number: '7',
      title: '建成社区法律服务点',
      department: '区民政局',
      originalDueOn: '2023-10-31',
      dueOn: '2023-10-31',
      overdueDays: 30,
      rule: 'OVERDUE',
      explanation: overdueTask.explanation,
    });
  });
});
