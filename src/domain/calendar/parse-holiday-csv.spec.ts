import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../refusal.js';
import { parseHolidayCsv } from './parse-holiday-csv.js';

const head = '# year: 2023\n# status: FINAL\n# notice: 某办〔2022〕1号\nday,kind,name\n';

function refusal(text: string): DomainError {
  try {
    parseHolidayCsv(text);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was taken');
}

describe('a holiday file', () => {
  it('gives year, status, notice number and days, also with a byte order mark and Windows line ends', () => {
    const text =
      `\uFEFF${head}2023-01-02,放假,元旦\n2022-12-31 , 放假 , 元旦\n2023-01-28,上班,春节\n`.replace(
        /\n/g,
        '\r\n',
      );
    expect(parseHolidayCsv(text)).toEqual({
      year: 2023,
      status: 'FINAL',
      noticeNumber: '某办〔2022〕1号',
      exceptions: [
        { day: '2023-01-02', isWorking: false, name: '元旦' },
        { day: '2022-12-31', isWorking: false, name: '元旦' },
        { day: '2023-01-28', isWorking: true, name: '春节' },
      ],
    });
  });

  it('may leave the notice number empty', () => {
    expect(parseHolidayCsv('# year: 2027\n# status: PROVISIONAL\n# notice:\nday,kind,name\n')).toEqual({
      year: 2027,
      status: 'PROVISIONAL',
      noticeNumber: null,
      exceptions: [],
    });
  });

  it('is refused with the number and fault of every bad line', () => {
    const rows = [
      '2023-02-29,放假,元旦',
      '2023-01-02,休息,元旦',
      '2023-01-02,放假,',
      '2024-01-01,放假,元旦',
      '2023-01-03,放假,元旦,多',
      '2023-10-09,上班,国庆节',
      '2023-10-01,放假,国庆节',
      '2023-10-01,放假,国庆节',
      '2023-05-01,toString,劳动节',
    ];
    const error = refusal(head + rows.join('\n'));
    expect(error).toMatchObject({ kind: 'INVALID', code: 'HOLIDAY_FILE_INVALID' });
    const errors = error.details['errors'] as { line: number; message: string }[];
    expect(errors.map((each) => each.line)).toEqual([5, 6, 7, 8, 9, 10, 12, 13]);
    expect(error.message).toContain('第5行：“2023-02-29”不是有效日期');
    expect(error.message).toContain('第12行：2023-10-01 与第11行重复');
  });

  it.each([
    ['', '缺少年份'],
    ['# year: 23\n', '缺少年份'],
    ['# year: 2023\n', '缺少状态'],
    ['# year: 2023\n# status: MAYBE\n', '缺少状态'],
    ['# year: 2023\n# status: FINAL\n', '没有列名'],
    ['# year: 2023\n# status: FINAL\n2023-01-02,放假,元旦\n', '列名'],
  ])('is refused without its head: %j', (text, message) => {
    expect(refusal(text).message).toContain(message);
  });
});
