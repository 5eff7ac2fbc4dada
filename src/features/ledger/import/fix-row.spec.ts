import { describe, expect, it } from '@jest/globals';
import { isReady } from '../../../domain/phrases/deadline-resolution.js';
import { parseDeadline } from '../../../domain/phrases/parse-deadline.js';
import { carryFixes, fixRow } from './fix-row.js';
import type { LedgerRow } from '../sheet/ledger-row.js';

const SFJ = { code: 'SFJ', name: '区司法局' };

function row(more: Partial<LedgerRow> = {}): LedgerRow {
  const deadline = phrase('6月底前');
  const empty = { indicators: [], measures: '', support: [], groups: [], problems: [], nodes: [], raw: {} };
  const place = { sheet: '台账', row: 3 };
  return {
    number: '1',
    title: '甲',
    lead: [SFJ],
    deadline,
    target: null,
    status: 'ready',
    place,
    ...empty,
    ...more,
  };
}

function phrase(raw: string): LedgerRow['deadline'] {
  return { ...parseDeadline(raw, { planYear: 2023 }), raw };
}

function problem(code: string): LedgerRow['problems'][number] {
  return { column: '牵头单位', cell: 'E3', code, message: '' };
}

describe('a row set right by hand', () => {
  it('becomes ready when its lead is stated, and drops only the problems that settles', () => {
    const held = row({
      lead: [],
      problems: [problem('LEAD_UNKNOWN'), problem('SUPPORT_UNKNOWN')],
      status: 'needsReview',
    });
    const fixed = fixRow(held, { lead: [SFJ] }, isReady);
    expect(fixed.status).toBe('ready');
    expect(fixed.problems.map(({ code }) => code)).toEqual(['SUPPORT_UNKNOWN']);
  });

  it('stays for review while the deadline is not understood', () => {
    const fixed = fixRow(
      row({ problems: [problem('DEADLINE_UNCLEAR')] }),
      { deadline: phrase('适时完成') },
      isReady,
    );
    expect(fixed).toMatchObject({ status: 'needsReview', problems: [] });
    expect(fixRow(fixed, { deadline: phrase('9月底前') }, isReady).status).toBe('ready');
  });

  it('is rejected without a title and stays as it was where nothing is stated', () => {
    expect(fixRow(row(), { title: ' ' }, isReady).status).toBe('rejected');
    expect(fixRow(row(), { title: undefined }, isReady)).toEqual(row());
  });

  it('is left out and taken in again by a person’s word alone', () => {
    const skipped = fixRow(row(), { skip: true }, isReady);
    expect(skipped.status).toBe('skipped');
    expect(fixRow(skipped, { measures: '新措施' }, isReady).status).toBe('skipped');
    expect(fixRow(skipped, { skip: false }, isReady).status).toBe('ready');
  });
});

describe('a file that comes back', () => {
  const read = (text: string): LedgerRow => row({ raw: { 重点任务: text }, title: text });

  it('has the fixes of the rows that came back as they were, once each, and of no other', () => {
    const before = [
      fixRow(read('甲'), { measures: '旧' }, isReady),
      fixRow(read('乙'), { skip: true }, isReady),
    ];
    const rows = carryFixes([read('乙'), read('甲'), read('甲'), read('乙改')], before, isReady);
    expect(rows.map(({ measures, status }) => [measures, status])).toEqual([
      ['', 'skipped'],
      ['旧', 'ready'],
      ['', 'ready'],
      ['', 'ready'],
    ]);
  });
});
