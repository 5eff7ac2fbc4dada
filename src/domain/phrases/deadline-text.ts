const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, '○': 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore
const NUMERALS = '[〇○零一二两三四五六七八九十]+';
const UNIT = '(?:个?(?:工作|自然)?日|号|个?月|年|季|时|点|天|周内|次|期|场|%)';
// 统一, 唯一 … are words, not numbers.
const NUMBER_BEFORE_UNIT = new RegExp(`(?<![统唯单万同])${NUMERALS}(?=${UNIT})`, 'g');
const NUMBER_IN_LIST = new RegExp(
  `${NUMERALS}(?=[-至到、,](?:第?${NUMERALS}[-至到、,])*第?${NUMERALS}(?:月|季|年))`,
  'g',
);
const TIMESTAMP =
  /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\s+|T)(\d{1,2}):(\d{2})(?::00(?:\.0+)?)?(?![\d:.]|\s*(?:Z|[+-]\d))/g;
// A line break parts two nodes only where a new date begins; narrow cells also break inside a word.
const NEW_LINE = /(?<=[^\d年月日第至到,;、。\-\s])\s*[\r\n]\s*(?=\d{1,4}\s*[年月./-])/g;
const LEAD_WORDS =
  /^(?:完成时限|完成时间|时限要求|时限|时间节点|节点|期限|截止时间|截止日期|截至日期|力争|确保|务必|须|应当?|最迟|最晚|不迟于|不晚于|截至|截止到?|于|在|到):?/;

/**
 * Brings a phrase into one spelling: half-width, no white space, one kind of dash, 末 as 底, numbers before a unit as
 * digits, leading words such as 力争 taken off. Two spellings of one phrase come out equal.
 */
export function normaliseDeadline(raw: string): string {
  const text = raw
    .replace(/[\u2460-\u2473]/g, ';')
    .normalize('NFKC')
    .replace(TIMESTAMP, spellTimestamp)
    .replace(NEW_LINE, ';')
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]+/g, '')
    .replace(/[\u2010-\u2015\u2212\u301C~\uFE63]+|-{2,}/g, '-')
    .replace(/[“”"'‘’]/g, '')
    .replace(/…+/g, '')
    .replace(/月份/g, '月')
    .replace(/(?<=月|年|季度?)末/g, '底')
    .replace(NUMBER_IN_LIST, digitsOf)
    .replace(NUMBER_BEFORE_UNIT, digitsOf)
    .replace(/上[、,]?下半年/g, '上半年、下半年')
    .replace(/(?:^|(?<=[;。,]))\((?:[一二三四五六七八九十]|\d{1,2})\)/g, ';');
  return expandLists(stripOrdinals(stripLead(text))).replace(/^[,;、。:]+|[,;、。:]+$/g, '');
}

/** 3、6、9月底 means the end of each month; a day after the list would leave open which month it belongs to. */
function expandLists(text: string): string {
  return text.replace(
    /(?<![\d.])(\d{1,2}(?:[、,]\d{1,2})+)(月|季度)(?!\d)/g,
    (whole, list: string, unit: string) => {
      const numbers = list.split(/[、,]/);
      // “1、6月” may be an item number and June.
      if (numbers.length === 2 && numbers[0] === '1' && text.startsWith(whole)) return whole;
      return numbers.map((number) => `${number}${unit}`).join('、');
    },
  );
}

/** 1.6月底前…；2.10月底前… counts its nodes; a lone 1.6月 or a list of dates like 1.15、2.10 is left as it stands. */
function stripOrdinals(text: string): string {
  if (!/^1[.、)].*[;。,]2[.、)](?=\d{1,4}[年月]|\p{Script=Han})/u.test(text)) return text;
  return text.replace(/(^|[;。,])\d{1,2}[.、)](?=\d{1,4}[年月]|\p{Script=Han})/gu, '$1');
}

function stripLead(text: string): string {
  let rest = text;
  for (let match = LEAD_WORDS.exec(rest); match && match[0] !== ''; match = LEAD_WORDS.exec(rest)) {
    rest = rest.slice(match[0].length);
  }
  return rest;
}

/** A midnight is how a spreadsheet writes a bare date; any other hour is kept. */
function spellTimestamp(...[, year, month, date, hour, minute]: string[]): string {
  const day = `${year}年${Number(month)}月${Number(date)}日`;
  return Number(hour) === 0 && Number(minute) === 0 ? day : `${day}${Number(hour)}时${minute}分`;
}

/** 二〇二三 → 2023, 三十一 → 31. */
function digitsOf(numerals: string): string {
  const ten = numerals.indexOf('十');
  if (ten < 0) return [...numerals].map((each) => DIGITS[each]).join('');
  const [before, after] = [numerals.slice(0, ten), numerals.slice(ten + 1)];
  if (before.length > 1 || after.length > 1 || after === '十') return numerals;
  return String((before === '' ? 1 : (DIGITS[before] ?? 0)) * 10 + (after === '' ? 0 : (DIGITS[after] ?? 0)));
}
