import {
  deadlineOf,
  unread,
  type Deadline,
  type DeadlineContext,
  type DeadlineFields,
  type Frequency,
} from './deadline.js';
import { readPlace } from './deadline-place.js';
import { CONTINUES, isVerbPhrase } from './deadline-verbs.js';

const FREQUENCIES: readonly (readonly [RegExp, Frequency])[] = [
  [/^(?:每半年|按半年|半年(?=\d+次))度?/, 'semiannual'],
  [/^(?:每1?年|按年|逐年|年均|1年(?=\d+次))度?/, 'annual'],
  [/^(?:每1?个?季度?|按季度?|逐季度?|各季度?|季度(?=\d+次|推进|开展))/, 'quarterly'],
  [/^(?:每1?个?月|按月|逐月|月月)度?/, 'monthly'],
  [/^(?:每1?周|每个?星期|按周|逐周)/, 'weekly'],
  [/^(?:每1?[日天]|按日|逐日|每个?日历日)/, 'daily'],
];

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
