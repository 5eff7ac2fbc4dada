import {
  deadlineOf,
  unread,
  type Deadline,
  type DeadlineContext,
  type DeadlineFields,
  type Frequency,
} from './deadline.js';
import { readPoint } from './deadline-point.js';
import { CONTINUES, isVerbPhrase } from './deadline-verbs.js';

const FREQUENCIES: readonly (readonly [RegExp, Frequency])[] = [
  [/^(?:每半年|按半年|半年(?=\d+次))度?/, 'semiannual'],
  [/^(?:每1?年|按年|逐年|年均|1年(?=\d+次))度?/, 'annual'],
  [/^(?:每1?个?季度?|按季度?|逐季度?|各季度?|季度(?=\d+次|推进|开展))/, 'quarterly'],
  [/^(?:每1?个?月|按月|逐月|月月)度?/, 'monthly'],
  [/^(?:每1?周|每个?星期|按周|逐周)/, 'weekly'],
  [/^(?:每1?[日天]|按日|逐日|每个?日历日)/, 'daily'],
];

/** A place inside the period and what is left of the text. */
interface Place {
  readonly fields: DeadlineFields;
  readonly rest: string;
  readonly reasons: readonly string[];
  readonly remark?: string;
}

const TEN_DAYS: Readonly<Record<string, number | 'last'>> = {
  底: 'last',
  上旬: 10,
  中旬: 20,
  下旬: 'last',
  初: 10,
  中: 20,
};

/** Reads 每月25日前, 每季度首月10日前, 每半年一次, 每年3月1日前, 每周五前, 每日; null where no frequency is named. */
export function readRecurring(text: string, context: DeadlineContext): Deadline | null {
  for (const [pattern, freq] of FREQUENCIES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const place = readPlace(text.slice(match[0].length).replace(/^的/, ''), freq, context);
    if (place === 'invalid') return deadlineOf('invalid', {}, [`“${text}”中的日期不存在`]);
    const tail = readTail(place.rest);
    const bare =
      (freq === 'monthly' || freq === 'quarterly' || freq === 'semiannual') &&
      tail.fields.times === undefined;
    const byDay = place.fields.byDay ?? (bare ? 'last' : undefined);
    const fields = { freq, ...place.fields, byDay, ...tail.fields };
    return deadlineOf('recurring', fields, [...place.reasons, ...tail.reasons], place.remark);
  }
  return null;
}

function readPlace(text: string, freq: Frequency, context: DeadlineContext): Place | 'invalid' {
  if (freq === 'annual') return placeInYear(text, context);
  if (freq === 'weekly') return placeInWeek(text);
  if (freq === 'daily') return { fields: {}, rest: text, reasons: [] };
  const inMonth = freq === 'monthly' ? { fields: {}, rest: text } : monthOfPeriod(text, freq);
  const date = /^(?:(\d{1,2})[日号]|(底|上旬|中旬|下旬|初|中(?!旬|期)))?(?:以前|之前|前|止|内)?/.exec(
    inMonth.rest,
  );
  const rest = inMonth.rest.slice(date?.[0].length ?? 0);
  const byDay = date?.[1] === undefined ? TEN_DAYS[date?.[2] ?? ''] : Number(date[1]);
  if (typeof byDay === 'number' && (byDay < 1 || byDay > 31)) return 'invalid';
  const vague = date?.[2] === '初' || date?.[2] === '中' ? [`“${date[2]}”没有写明日期，暂按${byDay}日`] : [];
  const fields = { ...inMonth.fields, ...(byDay === undefined ? {} : { byDay }) };
  return {
    fields,
    rest,
    reasons: vague,
    ...(byDay !== 'last' && (byDay ?? 0) > 28 && freq === 'monthly'
      ? { remark: '没有该日的月份按月末计' }
      : {}),
  };
}

/** 首月, 最后一个月, 第二个月 of a quarter or half-year. */
function monthOfPeriod(text: string, freq: Frequency): { fields: DeadlineFields; rest: string } {
  const match = /^(?:(最后1?个月|末月)|(首个?月|第1个?月)|第(\d)个?月)(?:份)?的?/.exec(text);
  if (!match) return { fields: {}, rest: text };
  const number = match[2] === undefined ? Number(match[3]) : 1;
  const months = freq === 'quarterly' ? 3 : 6;
  if (match[1] === undefined && (number < 1 || number > months)) return { fields: {}, rest: text };
  return { fields: match[1] === undefined ? { byMonth: number } : {}, rest: text.slice(match[0].length) };
}

function placeInWeek(text: string): Place {
  const match = /^(?:的?(?:星期|周))?([一二三四五六日天]|[1-7](?![\d次]))?(?:以前|之前|前|止|内)?/.exec(text);
  const written = match?.[1];
  if (written === undefined) return { fields: {}, rest: text, reasons: [] };
  const byWeekday = '一二三四五六日'.indexOf(written.replace('天', '日')) + 1 || Number(written);
  return { fields: { byWeekday }, rest: text.slice(match?.[0].length ?? 0), reasons: [] };
}

/** The due day of an annual deadline is that of the plan year; without a date it is the year's last day. */
function placeInYear(text: string, context: DeadlineContext): Place | 'invalid' {
  const endOfYear = `${context.planYear}-12-31`;
  const end = /^(?:底|年底|终)(?:以前|之前|前)?/.exec(text);
  if (end) return { fields: { due: endOfYear }, rest: text.slice(end[0].length), reasons: [] };
  const point = readPoint(text, context);
  if (point?.impossible !== undefined) return 'invalid';
  if (!point || point.due === null) return { fields: { due: endOfYear }, rest: text, reasons: [] };
  return { fields: { due: point.due }, rest: text.slice(point.length), reasons: point.reasons };
}

const COUNT = '(?:至少|不少于|不低于)?';
const TIMES = new RegExp(
  `^${COUNT}([\\p{Script=Han}]{0,8}?)(?:至少|不少于|不低于|各|共)?(\\d{1,4})(?:次|期|场次?)(?:以上)?([\\p{Script=Han}]{0,20})$`,
  'u',
);
const YEAR_COUNT = /^全年(?:共|累计)?(?:不少于|至少|不低于)?(\d{1,4})(?:次|期|场次?)$/;

/** Times, verb phrases and a yearly count after the period; everything else is a reason. */
function readTail(text: string): { fields: DeadlineFields; reasons: string[] } {
  const fields: { times?: number; targetCount?: number; continues?: boolean } = {};
  const reasons: string[] = [];
  for (const clause of text.split(/[,;。、]/).filter((part) => part !== '')) {
    const times = TIMES.exec(clause);
    const yearly = YEAR_COUNT.exec(clause);
    if (yearly) fields.targetCount = Number(yearly[1]);
    else if (times && fields.times === undefined && isTimesPhrase(times[1] ?? ''))
      fields.times = Number(times[2]);
    else if (CONTINUES.test(clause)) fields.continues = true;
    else if (!isVerbPhrase(clause)) reasons.push(unread(clause));
  }
  return { fields, reasons };
}

function isTimesPhrase(before: string): boolean {
  return before === '' || isVerbPhrase(before);
}
