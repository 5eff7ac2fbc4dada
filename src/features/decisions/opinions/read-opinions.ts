import { cleanText } from '../../../platform/office/clean-text.js';
import type { OfficeDocument, SheetGrid } from '../../../platform/office/office-document.js';
import { lacksReason, type Adoption, type OpinionWords } from './adoption.js';

/** What is wrong in a cell, and what to do about it, as the user sees the sheet. */
export interface OpinionProblem {
  /** From 1. */
  row: number;
  /** Address such as `E4`; empty where the sheet has no such column or no single cell is meant. */
  cell: string;
  /** Heading of the column; empty where no single column is meant. */
  column: string;
  message: string;
}

/** What was read; with a problem nothing of it is kept. */
export interface OpinionReading {
  opinions: OpinionWords[];
  problems: OpinionProblem[];
}

type Field = keyof OpinionWords;

const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  source: ['意见来源', '提出人', '意见提出人', '来源'],
  opinion: ['意见内容', '主要意见', '意见建议', '意见和建议', '意见'],
  people: ['人数', '件数', '条数'],
  adoption: ['采纳情况', '是否采纳', '采纳'],
  reason: ['理由', '采纳理由', '理由说明', '说明'],
};

const ADOPTION_WORDS: Readonly<Record<string, Adoption>> = {
  采纳: 'ADOPTED',
  已采纳: 'ADOPTED',
  全部采纳: 'ADOPTED',
  部分采纳: 'PARTLY',
  不采纳: 'NOT',
  未采纳: 'NOT',
  不予采纳: 'NOT',
};

const SEARCHED_ROWS = 20;
/** Letters of an opinion or a reason, and of where it came from. */
export const LONGEST = 4000;
export const LONGEST_SOURCE = 200;
/** More people than any city has. */
export const MOST_PEOPLE = 100_000_000;

/** Takes an office file as data; gives the adoption table in it, with what is wrong cell by cell. Pure. */
export function readOpinions(document: OfficeDocument): OpinionReading {
  for (const grid of gridsOf(document)) {
    const header = headerOf(grid);
    if (header) return readRows(grid, header);
  }
  return {
    opinions: [],
    problems: [
      {
        row: 1,
        cell: '',
        column: '',
        message:
          '没有找到表头，请在前 20 行内放一行表头，须有“意见内容”“采纳情况”两列，可有“意见来源”“人数”“理由”；也可先导出本表，照样填写',
      },
    ],
  };
}

interface Header {
  row: number;
  columns: Partial<Record<Field, number>>;
}

function gridsOf(document: OfficeDocument): SheetGrid[] {
  if (document.kind === 'workbook') return document.sheets.filter((sheet) => !sheet.hidden);
  if (document.kind === 'text') return [];
  return document.blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
}

function headerOf(grid: SheetGrid): Header | null {
  for (const [row, cells] of grid.rows.slice(0, SEARCHED_ROWS).entries()) {
    const columns: Partial<Record<Field, number>> = {};
    for (const [column, cell] of cells.entries()) {
      const field = fieldOf(cell.text);
      if (field !== null && columns[field] === undefined) columns[field] = column;
    }
    if (columns.opinion !== undefined && columns.adoption !== undefined) return { row, columns };
  }
  return null;
}

function fieldOf(heading: string): Field | null {
  const plain = heading.replace(/\s/g, '');
  const found = Object.entries(HEADINGS).find(([, words]) => words.includes(plain));
  return (found?.[0] as Field | undefined) ?? null;
}

function readRows(grid: SheetGrid, header: Header): OpinionReading {
  const reading: OpinionReading = { opinions: [], problems: [] };
  const places = new Map<string, number>();
  for (let at = header.row + 1; at < grid.rows.length; at += 1) {
    const texts = textsOf(grid, header, at);
    if (Object.values(texts).every((text) => text === '')) continue;
    const problem = problemsAt(header, at);
    const { problems, opinion } = readRow(texts, problem);
    const twin = places.get(keyOf(opinion));
    if (twin !== undefined && opinion.opinion !== '')
      problems.push(problem('opinion', `与第 ${twin} 行是同一来源的同一意见，请合并为一行，人数相加`));
    else places.set(keyOf(opinion), at + 1);
    reading.problems.push(...problems);
    reading.opinions.push(opinion);
  }
  if (reading.opinions.length === 0) {
    const message = '表头下没有意见，请自表头的下一行起填写，每行一条';
    reading.problems.push({ row: header.row + 1, cell: '', column: '', message });
  }
  return reading;
}

/** What tells one group of opinions from another: who said it and what was said. */
export function keyOf({ source, opinion }: Pick<OpinionWords, 'source' | 'opinion'>): string {
  return JSON.stringify([source, opinion]);
}

type MakeProblem = (field: Field, message: string) => OpinionProblem;

function problemsAt({ columns }: Header, row: number): MakeProblem {
  return (field, message) => {
    const column = columns[field];
    const cell = column === undefined ? '' : `${lettersOf(column)}${row + 1}`;
    return { row: row + 1, cell, column: HEADINGS[field][0] ?? '', message };
  };
}

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

function textsOf(grid: SheetGrid, { columns }: Header, row: number): Record<Field, string> {
  const text = (field: Field): string => {
    const column = columns[field];
    return column === undefined ? '' : cleanText(grid.rows[row]?.[column]?.text ?? '').trim();
  };
  return {
    source: text('source'),
    opinion: text('opinion'),
    people: text('people'),
    adoption: text('adoption'),
    reason: text('reason'),
  };
}

function readRow(
  texts: Record<Field, string>,
  problem: MakeProblem,
): { opinion: OpinionWords; problems: OpinionProblem[] } {
  const adoption = ADOPTION_WORDS[texts.adoption.replace(/\s/g, '')];
  const people = countOf(texts.people);
  const { source, opinion, reason } = texts;
  const problems = [
    ...(opinion === '' ? [problem('opinion', '没有填写，请填写归纳后的意见')] : []),
    ...(adoption ? [] : [problem('adoption', `“${texts.adoption}”无法识别，请改为采纳、部分采纳或者不采纳`)]),
    ...(people !== null ? [] : [problem('people', `“${texts.people}”不是人数，请填写正整数，不填按 1 人计`)]),
    ...(adoption && lacksReason({ adoption, reason })
      ? [
          problem(
            'reason',
            '不采纳或者部分采纳的，应当写明理由（《重大行政决策程序暂行条例》第十八条），请补填',
          ),
        ]
      : []),
    ...tooLong(texts, problem),
  ];
  return {
    opinion: { source, opinion, reason, people: people ?? 1, adoption: adoption ?? 'NOT' },
    problems,
  };
}

/** A number of people, also as “12人”; one where nothing is said; null where it is none. */
function countOf(text: string): number | null {
  const people = text === '' ? 1 : Number(text.replace(/[人件条]$/, ''));
  return Number.isInteger(people) && people >= 1 && people <= MOST_PEOPLE ? people : null;
}

function tooLong(texts: Record<Field, string>, problem: MakeProblem): OpinionProblem[] {
  const limits: [Field, number][] = [
    ['source', LONGEST_SOURCE],
    ['opinion', LONGEST],
    ['reason', LONGEST],
  ];
  return limits
    .filter(([field, limit]) => texts[field].length > limit)
    .map(([field, limit]) => problem(field, `超过 ${limit} 个字，请归纳后填写`));
}
