import type { Day } from '../../../domain/calendar/day.js';
import { parseDeadline } from '../../../domain/phrases/parse-deadline.js';
import type { CellProblem, HeadingFacts } from './ledger-row.js';

const YEAR = /(20\d{2})\s*年/;
const ISSUED =
  /(?:印发|下发|发布|发文|成文)(?:日期|时间)\s*[:：]?\s*([\d〇○零一二三四五六七八九十年月日号./\-—\s]{6,24})/;
const WHOLE_DAY = /日|号|\d[./-]\d{1,2}[./-]\d/;
const SOURCE_NUMBER = /([\p{Script=Han}]{1,16}[〔[(［【]\s*20\d{2}\s*[〕\])］】]\s*第?\s*\d{1,4}\s*号)/u;
/** 河北法办〔2023〕3号 may follow other words; the number begins after these. */
const BEFORE_NUMBER = /^.*(?:发文字号|文号|编号|根据|按照|依据)/;
const TITLE = /(?:台账|清单|分工|方案|任务分解|分解表|要点|责任表|任务书|计划|一览表|汇总表|通知|台帐)/;

/**
 * Takes the lines above a table or at the head of a notice and the plan year; gives title, issue date, year and document number, null
 * where the lines do not say. A day of filling in (填报日期) is no issue date.
 */
export function readHeading(lines: readonly string[], planYear: number): HeadingFacts {
  const text = lines.join('\n').normalize('NFKC');
  const title = lines.find((line) => TITLE.test(line)) ?? null;
  const year = YEAR.exec(title ?? '') ?? YEAR.exec(text);
  return {
    title: title?.replace(/\s+/g, ' ').trim() ?? null,
    issuedOn: issuedOn(text, planYear),
    year: year ? Number(year[1]) : null,
    sourceNumber: sourceNumber(text),
  };
}

function issuedOn(text: string, planYear: number): Day | null {
  const phrase = ISSUED.exec(text)?.[1]?.replace(/号/, '日').replace(/\s/g, '');
  if (!phrase || !WHOLE_DAY.test(phrase)) return null;
  const deadline = parseDeadline(phrase, { planYear });
  return deadline.kind === 'date' && !deadline.needsReview ? deadline.due : null;
}

function sourceNumber(text: string): string | null {
  const found = SOURCE_NUMBER.exec(text)?.[1];
  if (!found) return null;
  return found
    .replace(BEFORE_NUMBER, '')
    .replace(/\s/g, '')
    .replace(/[[(［【]/, '〔')
    .replace(/[\])］】]/, '〕');
}

/** A heading of another year than the one chosen is said, not corrected. */
export function yearNotices(stated: number | null, year: number): CellProblem[] {
  if (stated === null || stated === year) return [];
  const message = `标题写的是${stated}年，导入选择的是${year}年，请核对年度。`;
  return [{ column: '', cell: '', code: 'YEAR_DIFFERS', message }];
}
