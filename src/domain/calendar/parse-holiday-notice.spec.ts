import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { DomainError } from '../refusal.js';
import { addDays } from './day.js';
import { parseHolidayCsv } from './parse-holiday-csv.js';
import { parseHolidayNotice } from './parse-holiday-notice.js';
import { workingCalendar } from './working-calendar.js';

/** The facts of the arrangements in the shape of a notice; the sentences around them are our own. */
const notices: Record<number, string> = {
  2016: `关于2016年部分节假日安排
一、元旦：1月1日放假，与周末连休。二、春节：2月7日至13日放假调休，共7天。2月6日（星期六）、2月14日（星期日）上班。
三、清明节：4月4日放假，与周末连休。四、劳动节：5月1日放假，5月2日（星期一）补休。
五、端午节：6月9日至11日放假调休，共3天。6月12日（星期日）上班。六、中秋节：9月15日至17日放假调休，共3天。9月18日（星期日）上班。
七、国庆节：10月1日至7日放假调休，共7天。10月8日（星期六）、10月9日（星期日）上班。`,
  2023: `2023年节假日安排（某办发明电以外的转述） 国办发明电〔2022〕16号
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。
节假日期间，请各单位安排好值班。`,
  2024: `2024年部分节假日安排
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位让职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `2025年部分节假日安排
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
};

describe('the text of a yearly notice', () => {
  it.each(Object.keys(notices).map(Number))('of %i gives the days of the published year', (year) => {
    const read = workingCalendar([parseHolidayNotice(notices[year] ?? '')]);
    const file = new URL(`../../../config/calendar/${year}.csv`, import.meta.url);
    const published = workingCalendar([parseHolidayCsv(readFileSync(file, 'utf8'))]);
    const differing: string[] = [];
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      if (read.isWorkingDay(day) !== published.isWorkingDay(day)) differing.push(day);
    }
    expect(differing).toEqual([]);
  });

  it('gives year, number, names and the days of the December before', () => {
    const notice = parseHolidayNotice(notices[2023] ?? '');
    expect(notice).toMatchObject({ year: 2023, status: 'FINAL', noticeNumber: '国办发明电〔2022〕16号' });
    expect(notice.exceptions[0]).toEqual({ day: '2022-12-31', isWorking: false, name: '元旦' });
    expect(notice.exceptions.at(-1)).toEqual({ day: '2023-10-08', isWorking: true, name: '中秋节、国庆节' });
  });

  it.each([
    ['1月1日放假，共2天', '写明共2天，列出的是1天'],
    ['1月1日（星期三）放假', '2023-01-01 不是星期三'],
    ['1月1日至3日视情放假', '不明白“视情”'],
    ['元旦当天放假', '“元旦当天”不是日期'],
    ['1月1日放假。三、清明节：4月5日放假', '条目序号不连续'],
    ['1月1日放假，另行安排', '不明白“另行安排”'],
    ['2月30日放假', '不是有效日期'],
    ['1月3日至1日放假', '起止不对'],
    ['12月31日至1月2日放假', '没有写明年份'],
    ['1月1日放假。1月4日上班', '2023-01-04 本来就是工作日'],
    ['1月7日放假。1月7日上班', '2023-01-07 既放假又上班'],
    ['放假', '没有日期'],
  ])('is refused with the sentence when it says “%s”', (sentence, reason) => {
    const read = () => parseHolidayNotice(`2023年部分节假日安排。一、元旦：${sentence}。`);
    expect(read).toThrow(DomainError);
    expect(read).toThrow(reason);
  });

  it.each(['一、元旦：1月1日放假。', '2023年部分节假日安排', ''])(
    'is refused without year or items: “%s”',
    (text) => {
      expect(() => parseHolidayNotice(text)).toThrow(DomainError);
    },
  );
});
