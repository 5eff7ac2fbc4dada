import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gridOf } from '../../../../test/data/grid.js';
import { register2023 } from '../../../../test/data/register-2023.js';
import type { SheetCell } from '../../../platform/office/office-document.js';
import { readLedgerDocument } from './read-ledger-document.js';

const context = { year: 2023, register: register2023() };
const table = gridOf([
  ['序号', '重点任务', '牵头单位', '完成时限'],
  ['1', '宣讲', '区司法局', '印发后30日内'],
]);

describe('the documents a ledger comes in', () => {
  it('reads the tables of a text document with the lines before them as heading', () => {
    const reading = readLedgerDocument(
      {
        kind: 'document',
        blocks: [
          { kind: 'paragraph', text: '2023年重点工作任务清单' },
          { kind: 'paragraph', text: '印发日期：二〇二三年三月十五日' },
          { kind: 'table', grid: table },
        ],
      },
      context,
    );
    expect(reading.heading).toMatchObject({ title: '2023年重点工作任务清单', issuedOn: '2023-03-15' });
    expect(reading.rows[0]).toMatchObject({
      title: '宣讲',
      status: 'ready',
      deadline: { due: '2023-04-14' },
    });
  });

  it('reads a text document without a ledger table as a notice, the cells of its tables with it', () => {
    const letterhead = gridOf([['区法办', '2023年3月']]);
    const reading = readLedgerDocument(
      {
        kind: 'document',
        blocks: [
          { kind: 'table', grid: letterhead },
          { kind: 'paragraph', text: '1.开展宣讲，年底前完成。' },
          { kind: 'paragraph', text: '责任单位：区司法局、各街道' },
        ],
      },
      context,
    );
    expect(reading.rows[0]).toMatchObject({
      lead: [{ code: 'SFJ', name: '区司法局' }],
      groups: ['ALL_STREETS'],
    });
  });

  it('prefers the issue date given to the one in the heading', () => {
    const text = '印发日期：2023年3月15日\n1.宣讲，印发后30日内完成（区司法局牵头）';
    const due = (issuedOn?: string): string | null =>
      readLedgerDocument({ kind: 'text', text }, { ...context, issuedOn }).rows[0]!.deadline.due;
    expect(due()).toBe('2023-04-14');
    expect(due('2023-01-10')).toBe('2023-02-09');
  });

  it('says where the title names another year', () => {
    const text = '2024年重点任务清单\n1.宣讲，年底前完成（区司法局牵头）';
    const reading = readLedgerDocument({ kind: 'text', text }, context);
    expect(reading.notices.map(({ code }) => code)).toEqual(['YEAR_DIFFERS']);
  });
});

describe('every sheet and text', () => {
  const words = [
    '序号',
    '重点任务',
    '牵头单位',
    '完成时限',
    '合计',
    '注：',
    '一、',
    '区司法局',
    '各街道',
    '6月底前',
    '1',
  ];
  const text = fc.oneof(
    fc.constantFrom(...words),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constant(''),
  );
  const cell: fc.Arbitrary<SheetCell> = fc.oneof(
    text.map((value) => ({ value, text: value })),
    fc.double().map((value) => ({ value, text: String(value) })),
    fc.constantFrom<SheetCell>({ value: null, text: '#N/A', error: '#N/A' }, { value: null, text: '' }),
  );
  const edge = fc.nat({ max: 9 });
  const merge = fc
    .tuple(edge, edge, edge, edge)
    .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

  it('is read without a throw; every row has a number of its own and a status that follows from its problems', () => {
    const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.array(merge, { maxLength: 3 }), text, (body, merges, cellText) => {
        const head = ['序号', '重点任务', '牵头单位', '完成时限'].map((value) => ({ value, text: value }));
        const grid = { ...gridOf([]), rows: [head, ...body], merges: merges.filter(({ top }) => top > 0) };
        const reading = readLedgerDocument({ kind: 'workbook', sheets: [grid] }, context);
        const numbers = reading.rows.map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const row of reading.rows) {
          const complete = row.title !== '' && row.lead.length > 0 && !row.deadline.needsReview;
          if (row.status === 'ready') expect(complete).toBe(true);
          else expect(row.problems.length).toBeGreaterThan(0);
        }
        readLedgerDocument({ kind: 'text', text: `${cellText}\n1.${cellText}(${cellText})` }, context);
      }),
      { numRuns: 500 },
    );
  });
});
