import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDay } from '../calendar/day.js';
import { occurrencesOf } from './deadline-occurrences.js';
import { isReady, resolveDue } from './deadline-resolution.js';
import { parseDeadline } from './parse-deadline.js';

const context = { planYear: 2023, issuedOn: '2023-03-15' };
const read = (raw: string | number) => parseDeadline(raw, context);

const pieces =
  '2023年|6月|底|前|30日|每|季度|半年|、|，|至|-|（|）|完成|持续推进|印发后|10|个工作日|内|春节|延期至|原定|上旬|Q3|全年|不少于|4次|。|.|/|周|五|45107|\n'.split(
    '|',
  );
const phrase = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
);
const date = fc.record({
  year: fc.integer({ min: 2023, max: 2032 }),
  month: fc.integer({ min: 1, max: 12 }),
  date: fc.integer({ min: 1, max: 28 }),
});
const pad = (n: number) => String(n).padStart(2, '0');
const chinese = (n: number) => {
  const digits = '〇一二三四五六七八九';
  if (n < 10) return digits.charAt(n);
  return `${n < 20 ? '' : digits.charAt(Math.floor(n / 10))}十${n % 10 === 0 ? '' : digits.charAt(n % 10)}`;
};
const wide = (text: string) =>
  text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

describe('whatever the cell says', () => {
  it('reading it never throws, gives a real day or none, and a reason with every doubt', () => {
    fc.assert(
      fc.property(
        fc.oneof(phrase, fc.double(), fc.integer(), fc.integer({ min: 0, max: 99_999_999 })),
        (raw) => {
          const deadline = read(raw);
          for (const day of [
            deadline.due,
            deadline.start,
            deadline.original,
            ...(deadline.items ?? []).map((item) => item.due),
          ]) {
            expect(day === null || day === undefined || isDay(day)).toBe(true);
          }
          if (deadline.needsReview) expect(deadline.note).toBeTruthy();
          const due = resolveDue(deadline, 2023);
          expect(due === null || isDay(due)).toBe(true);
          if (isReady(deadline)) expect(due).not.toBeNull();
          for (const each of occurrencesOf(deadline, 2023))
            expect(each.start <= each.due && isDay(each.due)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('blanks and full-width characters change nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces.filter((piece) => piece !== '\n')), { maxLength: 10 }),
        (parts) => {
          const plain = parts.join('');
          const { note: _, ...expected } = read(plain);
          for (const variant of [parts.join(' '), ` ${parts.join('\u3000')} `, wide(plain)]) {
            const { note: __, ...deadline } = read(variant);
            expect(deadline).toEqual(expected);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a real date', () => {
  it('is read in every spelling', () => {
    fc.assert(
      fc.property(date, (d) => {
        const due = `${d.year}-${pad(d.month)}-${pad(d.date)}`;
        const year = [...String(d.year)]
          .map((digit) => '〇一二三四五六七八九'.charAt(Number(digit)))
          .join('');
        const spellings = [
          due,
          `${d.year}-${d.month}-${d.date}`,
          `${d.year}/${d.month}/${d.date}`,
          `${d.year}.${d.month}.${d.date}`,
          `${d.year}${pad(d.month)}${pad(d.date)}`,
          `${d.year}年${d.month}月${d.date}日`,
          `${d.year}年${pad(d.month)}月${pad(d.date)}日前`,
          ` ${d.year} 年 ${d.month} 月 ${d.date} 日 之前完成 `,
          `${year}年${chinese(d.month)}月${chinese(d.date)}日前`,
          wide(`${d.year}年${d.month}月${d.date}号前`),
          `确保${d.year}年${d.month}月${d.date}日前完成`,
        ];
        for (const spelling of spellings) {
          expect([spelling, read(spelling)]).toEqual([spelling, { kind: 'date', due, needsReview: false }]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('with something unknown beside it is shown to a person', () => {
    const junk = fc.constantFrom(
      'xyz',
      '？',
      '左右',
      '前后',
      '视情况',
      '麻烦',
      '甲乙',
      '#REF!',
      '…待议',
      '（暂）',
      '或7月',
      '约',
      '不含',
    );
    fc.assert(
      fc.property(date, junk, fc.boolean(), (d, piece, before) => {
        const day = `${d.year}年${d.month}月${d.date}日`;
        const deadline = read(before ? `${piece}${day}` : `${day}${piece}`);
        expect([piece, before, deadline.needsReview]).toEqual([piece, before, true]);
      }),
      { numRuns: 300 },
    );
  });
});
