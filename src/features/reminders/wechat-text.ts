import type { Day } from '../../domain/calendar/day.js';
import { dayInWords } from '../../domain/calendar/words.js';
import { digestEntries } from './digest-entries.js';
import { countByLabel, type DigestItemFacts } from './digest-text.js';

/** One department's digests of a day, put together. */
export interface WechatPart {
  department: string;
  /** Names of those addressed, empty where a post is vacant. */
  holders: readonly string[];
  items: readonly DigestItemFacts[];
}

/** Text to paste into a WeChat group: no tables, no mark-up, one block a department, gravest things first. */
export function wechatText(day: Day, office: string, parts: readonly WechatPart[]): string {
  const told = parts.filter((part) => part.items.length > 0);
  if (told.length === 0) return `【法治调度】${dayInWords(day)}没有需要提醒的事项。\n`;
  const all = told.reduce((sum, part) => sum + part.items.length, 0);
  return [
    `【法治调度】${dayInWords(day)}，${told.length}个单位共${all}项，请各单位对照办理：`,
    '',
    ...told.flatMap((part) => [...partLines(part), '']),
    `${office}　${dayInWords(day)}`,
    '',
  ].join('\n');
}

function partLines({ department, holders, items }: WechatPart): string[] {
  const names = [...new Set(holders)].filter((name) => name !== '').map((name) => `@${name}`);
  const counts = countByLabel(items).map(({ label, n }) => `${label}${n}项`);
  return [
    `■ ${department}${names.length > 0 ? ` ${names.join(' ')}` : ''}（${counts.join('、')}）`,
    ...digestEntries(items).map(
      ({ label, thing, explanation }, i) => `${i + 1}. 【${label}】${thing}：${explanation}`,
    ),
  ];
}
