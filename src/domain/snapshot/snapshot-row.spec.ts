import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import { snapshotHead, snapshotLine, type SnapshotRow } from './snapshot-row.js';
import { countIn, noTotals } from './snapshot-totals.js';

const row: SnapshotRow = {
  sortKey: '0001',
  number: '1',
  title: '修订“应急预案”\n并演练',
  indicator: '应急与矛盾化解 / 应急法治',
  departmentCode: '',
  departmentName: '区应急局',
  role: 'TASK',
  light: 'RED',
  rule: 'OVERDUE',
  explanation: '时限 2023-10-31，今天 2023-11-30，逾期 30 天',
  startsOn: '2023-01-10',
  originalDueOn: '2023-10-31',
  dueOn: '2023-10-31',
  deadlineVersion: 0,
  overdueDays: 30,
  timeProgress: 100,
  verifiedProgress: 80,
  claimedProgress: null,
  pace: 'BEHIND',
  count: null,
  targetCount: null,
  targetUnit: '',
  reportState: 'ACCEPTED',
  reportIsLate: 0,
  reportText: '',
  problems: '',
  nextStep: '',
  redMonths: 1,
  extensions: 0,
  beforeMeeting: 0,
};

describe('snapshot line', () => {
  it('is the canonical JSON of the row without its sort key', () => {
    const { sortKey: _, ...facts } = row;
    expect(snapshotLine(row)).toBe(canonicalize(facts));
  });

  it('changes with every business value', () => {
    const { sortKey: _, ...facts } = row;
    for (const key of Object.keys(facts) as (keyof typeof facts)[]) {
      const other = { ...row, [key]: typeof row[key] === 'number' ? 7 : 'x' };
      expect(snapshotLine(other)).not.toBe(snapshotLine(row));
    }
  });

  it('begins with ledger, month and day', () => {
    expect(snapshotHead('KT-2023', '2023-11', '2023-11-30')).toBe(
      '{"asOf":"2023-11-30","ledger":"KT-2023","month":"2023-11"}',
    );
  });
});

describe('snapshot totals', () => {
  it('count tasks by light and pace, never the parts of departments', () => {
    const totals = noTotals();
    countIn(totals, row);
    countIn(totals, { ...row, light: 'DONE', pace: 'DONE' });
    countIn(totals, { ...row, role: 'SUPPORT', light: 'YELLOW' });
    expect(totals).toEqual({
      tasks: 2,
      lights: { GREEN: 0, YELLOW: 0, RED: 1, DONE: 1, GREY: 0 },
      progress: { ahead: 0, onSchedule: 0, behind: 1, done: 1, other: 0 },
    });
  });
});
