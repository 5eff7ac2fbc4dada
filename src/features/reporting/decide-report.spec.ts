import { describe, expect, it } from '@jest/globals';
import { requireEditable, requireFigures, requireSubmittable, verifiedBy } from './decide-report.js';

const report = { claimedProgress: 40, count: 3, text: '堤防加固完成二标段', problems: '', nextStep: '' };

function codeOf(deed: () => unknown): string | null {
  try {
    deed();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('a report to be submitted', () => {
  it.each([
    ['text and progress', {}, null],
    ['text alone', { claimedProgress: null }, null],
    ['progress alone', { text: ' ' }, null],
    ['neither', { text: ' ', claimedProgress: null }, 'REPORT_EMPTY'],
    ['progress of 0', { text: '', claimedProgress: 0 }, null],
    ['progress of 100', { claimedProgress: 100 }, null],
    ['progress of 101', { claimedProgress: 101 }, 'PROGRESS_OUT_OF_RANGE'],
    ['progress of -1', { claimedProgress: -1 }, 'PROGRESS_OUT_OF_RANGE'],
    ['progress of half a percent', { claimedProgress: 0.5 }, 'PROGRESS_OUT_OF_RANGE'],
    ['a negative count', { count: -1 }, 'COUNT_INVALID'],
    ['a count no column holds', { count: 2_147_483_648 }, 'COUNT_INVALID'],
    ['no count', { count: null }, null],
  ])('with %s', (_, changes, code) => {
    expect(codeOf(() => requireSubmittable({ ...report, ...changes }, null))).toBe(code);
  });

  it('explains a fall below the last verified progress in 存在问题', () => {
    expect(codeOf(() => requireSubmittable(report, 41))).toBe('PROGRESS_FELL');
    expect(codeOf(() => requireSubmittable(report, 40))).toBeNull();
    expect(codeOf(() => requireSubmittable({ ...report, problems: '返工' }, 41))).toBeNull();
    expect(codeOf(() => requireSubmittable({ ...report, claimedProgress: null }, 41))).toBeNull();
  });

  it('may be drafted without saying anything yet, never with wrong figures', () => {
    expect(codeOf(() => requireFigures({ ...report, text: '', claimedProgress: null }))).toBeNull();
    expect(codeOf(() => requireFigures({ ...report, claimedProgress: 200 }))).toBe('PROGRESS_OUT_OF_RANGE');
  });
});

describe('a draft', () => {
  it.each([
    ['DRAFT', null],
    ['RETURNED', null],
    ['SUBMITTED', 'REPORT_NOT_EDITABLE'],
    ['ACCEPTED', 'REPORT_NOT_EDITABLE'],
  ])('over a report in %s', (state, code) => {
    expect(codeOf(() => requireEditable(state))).toBe(code);
  });
});

describe('the verified progress', () => {
  it('is the one given, else the claimed one, else the last verified one', () => {
    expect(verifiedBy(35, 40, 20)).toBe(35);
    expect(verifiedBy(0, 40, 20)).toBe(0);
    expect(verifiedBy(null, 40, 20)).toBe(40);
    expect(verifiedBy(null, null, 20)).toBe(20);
    expect(codeOf(() => verifiedBy(null, null, null))).toBe('VERIFIED_PROGRESS_MISSING');
    expect(codeOf(() => verifiedBy(101, 40, 20))).toBe('PROGRESS_OUT_OF_RANGE');
  });
});
