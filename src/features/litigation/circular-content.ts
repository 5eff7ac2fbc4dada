import type { Day } from '../../domain/calendar/day.js';
import type { RateAnswer } from '../../domain/rate/compute-rate.js';
import type { CourtCase } from '../../domain/rate/court-case.js';
import { fractionText } from '../../domain/rate/fraction.js';
import { isWithin, type Period } from '../../domain/rate/period.js';
import type { BoardRow } from './rate-query.js';

/** What a quarterly circular is written from. */
export interface CircularFacts {
  readonly year: number;
  readonly quarter: number;
  readonly period: Period;
  readonly asOf: Day;
  readonly office: string;
  readonly whole: RateAnswer;
  readonly yearToDate: RateAnswer;
  readonly principal: RateAnswer;
  readonly voice: RateAnswer;
  readonly rows: readonly BoardRow[];
  readonly cases: readonly CourtCase[];
}

/** A table of the circular. */
export interface CircularTable {
  readonly title: string;
  readonly header: string[];
  readonly rows: (string | number)[][];
  /** Widths of the columns, in shares. */
  readonly shares: number[];
}

/** A quarterly circular as text and tables. */
export interface CircularContent {
  readonly title: string;
  readonly office: string;
  readonly day: Day;
  readonly sections: readonly { heading: string; texts: readonly string[] }[];
  readonly tables: readonly CircularTable[];
}

const QUARTERS = ['一', '二', '三', '四'];

/** The circular of a quarter: the rate with its fraction, departments, and each case that counted against or not at all. */
export function circularContent(facts: CircularFacts): CircularContent {
  const name = `${facts.year}年第${QUARTERS[facts.quarter - 1]}季度`;
  return {
    title: `关于${name}行政机关负责人出庭应诉情况的通报`,
    office: facts.office,
    day: facts.asOf,
    sections: [
      { heading: '一、总体情况', texts: overview(facts, name) },
      { heading: '二、存在的问题', texts: problems(facts) },
      { heading: '三、工作要求', texts: [requirement] },
    ],
    tables: [departments(facts), unfulfilled(facts.whole), excluded(facts.whole)],
  };
}

const requirement =
  '各被诉行政机关应当落实行政诉讼法第三条第三款的规定，负责人应当出庭应诉；确有正当理由不能出庭的，应当在开庭前向人民法院提交加盖印章的说明和证明，并委托相应的工作人员出庭，不得仅委托律师。';

function overview({ whole, yearToDate, principal, voice, period, cases, asOf }: CircularFacts, name: string): string[] {
  const hearings = cases
    .filter(({ register }) => register === 'ADMINISTRATIVE')
    .flatMap(({ instances }) => instances.flatMap((one) => one.hearings))
    .filter(({ state, kind, day }) => state === 'HELD' && kind === 'TRIAL' && isWithin(day, period));
  return [
    `${name}，全区行政诉讼案件开庭 ${hearings.length} 次，行政机关负责人应出庭 ${whole.denominator} 件次，已出庭 ${whole.numerator} 件次，出庭应诉率（应出庭口径）为 ${shareWords(whole)}；本年截至 ${asOf} 累计 ${shareWords(yearToDate)}。`,
    `主要负责人出庭 ${principal.numerator} 件次（${shareWords(principal)}）；负责人出庭的庭次中，负责人发言的为 ${shareWords(voice)}。`,
  ];
} // prettier-ignore

function problems({ whole, cases }: CircularFacts): string[] {
  const missing = whole.counted.filter(({ fulfilled }) => !fulfilled);
  const suggestions = cases.flatMap(({ instances }) => instances.flatMap((one) => one.suggestions)).length;
  const first =
    missing.length === 0
      ? '本季度应出庭案件负责人均已出庭。'
      : `负责人未出庭 ${missing.length} 件次，涉及 ${[...new Set(missing.map((one) => one.departmentName))].join('、')}，逐件情况见附件2。`;
  const second = suggestions === 0 ? '' : `登记在册的人民法院出庭应诉司法建议共 ${suggestions} 件。`;
  return [first, second].filter((text) => text !== '');
}

function departments({ rows }: CircularFacts): CircularTable {
  return {
    title: '各单位负责人出庭应诉情况表',
    header: ['名次', '单位', '已出庭', '应出庭', '出庭应诉率'],
    rows: rows.map(({ place, departmentName, answer }) => [
      place ?? '—',
      departmentName,
      answer.numerator,
      answer.denominator,
      answer.denominator === 0 ? '无应出庭案件' : `${answer.percent}%`,
    ]),
    shares: [2, 8, 3, 3, 5],
  };
}

function unfulfilled({ counted }: RateAnswer): CircularTable {
  return {
    title: '负责人未出庭案件表',
    header: ['案号', '审级', '单位', '开庭日', '情况和依据'],
    rows: counted
      .filter(({ fulfilled }) => !fulfilled)
      .map((one) => [one.case, one.level, one.departmentName, one.days.join('、'), one.reason]),
    shares: [5, 2, 4, 3, 8],
  };
}

function excluded({ excluded: lines }: RateAnswer): CircularTable {
  return {
    title: '不计入应出庭案件表',
    header: ['案号', '审级', '单位', '不计的理由和依据'],
    rows: lines.map((one) => [one.case, one.level, one.departmentName, one.reason]),
    shares: [5, 2, 4, 11],
  };
}

function shareWords(answer: RateAnswer): string {
  return fractionText(answer).replace('，', '，即 ');
}
