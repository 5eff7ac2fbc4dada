import { dayOf, type Day } from '../../../domain/calendar/day.js';
import {
  absenceWords,
  levelWords,
  outcomeWords,
  rankWords,
  registerWords,
  roleWords,
} from '../../../domain/rate/case-words.js';
import type { RawCell } from './read-case-sheet.js';

/** A day as lists write it: a date cell, 2023-05-10, 2023/5/10, 2023.5.10, 2023年5月10日; null where it is none. */
export function readDay({ day, text }: RawCell): Day | null {
  if (day !== null) return day;
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/u.exec(text.normalize('NFKC'));
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** HH:MM out of 9:30, 9时30分, 2023-05-10 14:00, 上午9:30; null where there is none. */
export function readTime(text: string): string | null {
  const match = /(上午|下午)?\s*(\d{1,2})[:时点](\d{2})?分?/u.exec(text.normalize('NFKC'));
  if (!match) return null;
  const hour = Number(match[2]) + (match[1] === '下午' && Number(match[2]) < 12 ? 12 : 0);
  const minute = Number(match[3] ?? 0);
  return hour > 23 || minute > 59 ? null : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
} // prettier-ignore

/** 是、√、已出庭 are true, 否、×、未出庭 are false; null for anything else. */
export function readYes(text: string): boolean | null {
  if (/^(是|√|✓|有|已出庭|出庭|已通知|认可|予以认可|应当|可以|再次|Y|y|1)$/u.test(text)) return true;
  return /^(否|×|✗|无|未出庭|未通知|不认可|不予认可|N|n|0)$/u.test(text) ? false : null;
}

/** A count of people; null for anything else. */
export function readCount(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[人名]$/u, '');
  return /^\d{1,2}$/.test(plain) ? Number(plain) : null;
}

const codeBy = <Code extends string>(words: Readonly<Record<Code, string>>, more: Record<string, Code>) => {
  const table = new Map<string, Code>(Object.entries<Code>(more));
  for (const code of Object.keys(words) as Code[]) table.set(words[code], code);
  return (text: string): Code | null => table.get(text.replace(/\s/gu, '')) ?? null;
};

export const readLevel = codeBy(levelWords, { 第一审: 'FIRST', 第二审: 'SECOND', 上诉: 'SECOND' });
export const readRegister = codeBy(registerWords, { 行政: 'ADMINISTRATIVE', 民事: 'CIVIL', 复议听证: 'RECONSIDERATION_HEARING' }); // prettier-ignore
export const readRole = codeBy(roleWords, { 共同被告: 'DEFENDANT', 被上诉人: 'DEFENDANT', 应追加第三人: 'COMPULSORY_THIRD_PARTY' }); // prettier-ignore
export const readOutcome = codeBy(outcomeWords, {
  驳回: 'CLAIM_REJECTED', 判决驳回: 'CLAIM_REJECTED', 准予撤诉: 'WITHDRAWN', 裁定驳回起诉: 'DISMISSED', 维持原判: 'UPHELD',
  确认违法: 'UNLAWFUL', 履行职责: 'ORDERED',
}); // prettier-ignore
export const readRank = codeBy(rankWords, {
  正职: 'PRINCIPAL', 主要负责人: 'PRINCIPAL', 副职: 'DEPUTY', 分管负责人: 'DEPUTY', 副职级别: 'DEPUTY_LEVEL_IN_CHARGE',
  其他负责人: 'OTHER_IN_CHARGE', 工作人员: 'NOT_QUALIFYING',
}); // prettier-ignore
export const readAbsence = codeBy(absenceWords, {
  公务: 'IRREPLACEABLE_DUTY',
  其他正当事由: 'OTHER_JUST_CAUSE',
});
