import { describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import {
  ambiguous,
  collectRefusals,
  misspelt,
  readTexts,
  unofficial,
  untested,
  type Texts,
} from './check-refusals.js';
import { refusalPaper } from './refusal-paper.js';

const PAPER = 'docs/refusals.md';

/** Refusals of one planted file. */
const planted = (...lines: string[]) =>
  collectRefusals({ 'src/features/planted/planted.errors.ts': lines.join('\n') });
const outright = (code: string, sentence: string) =>
  `export const ${code.toLowerCase()} = () => new DomainError('CONFLICT', '${code}', ${sentence});`;

describe('how refusals are read', () => {
  it('sees those said outright, through a helper, through a table, by the command line and by the platform', () => {
    const { refusals, unreadable } = planted(
      outright('SAID_OUTRIGHT', '`${deed}不能办理。`'),
      `function refused(code: string, text: string) { return new DomainError('FORBIDDEN', code, text); }`,
      `export const a = () => refused('BY_HELPER', '不能。');`,
      `const TABLE = { BY_TABLE: ['NOT_FOUND', '没有。'] } as const;`,
      `export function fromTable(code: keyof typeof TABLE) {`,
      `  const [kind, sentence] = TABLE[code];`,
      `  return new DomainError(kind, code, sentence);`,
      `}`,
      `export const b = (many: boolean) => new UsageError(many ? '太多。' : '太少。');`,
    );
    expect(unreadable).toEqual([]);
    expect(refusals.map(({ channel, code, sentence }) => [channel, code, sentence])).toEqual([
      ['CONFLICT', 'SAID_OUTRIGHT', '{deed}不能办理。'],
      ['FORBIDDEN', 'BY_HELPER', '不能。'],
      ['NOT_FOUND', 'BY_TABLE', '没有。'],
      ['USAGE', 'USAGE', '太多。'],
      ['USAGE', 'USAGE', '太少。'],
    ]);
    const platform = collectRefusals({
      'src/platform/http/problem.filter.ts': `document(404, 'NO_SUCH_ADDRESS', '没有。');`,
      'src/platform/database/fail-stop.ts': `say({ code: 'STORAGE_FAILED', message: '停止。' });`,
    });
    expect(platform.refusals.map(({ channel, code }) => `${channel} ${code}`)).toEqual([
      'HTTP 404 NO_SUCH_ADDRESS',
      'STOP STORAGE_FAILED',
    ]);
  });

  it('reports one whose code or sentence is made up at run time', () => {
    expect(
      planted(`export const a = (x: string) => new DomainError('INVALID', x + '_X', '不能。');`),
    ).toMatchObject({
      refusals: [],
      unreadable: [expect.stringContaining('planted.errors.ts')],
    });
    expect(
      planted(`export const a = (x: string) => new DomainError('INVALID', 'X', x.trim());`).unreadable,
    ).toHaveLength(1);
  });
});

describe('planted faults are caught', () => {
  it('a code that is not UPPER_SNAKE', () => {
    const { refusals } = planted(outright('tooLate', "'迟了。'"), outright('TOO_LATE', "'迟了。'"));
    expect(misspelt(refusals)).toEqual(['tooLate']);
  });

  it('a code with two sentences, or with two kinds', () => {
    const { refusals } = planted(
      outright('TWO_SENTENCES', "'迟了。'"),
      outright('TWO_SENTENCES', "'早了。'"),
      outright('TWO_KINDS', "'迟了。'"),
      `export const other = () => new DomainError('INVALID', 'TWO_KINDS', '迟了。');`,
      outright('SAME', '`迟了 ${days} 天。`'),
      outright('SAME', '`迟了 ${days} 天。`'),
    );
    expect(ambiguous(refusals)).toEqual(['TWO_SENTENCES', 'TWO_KINDS']);
  });

  it('a sentence that is not Chinese, or not whole', () => {
    const { refusals } = planted(
      outright('ENGLISH', "'too late.'"),
      outright('NO_END', "'迟了'"),
      outright('OPEN_END', '`迟了：${reason}`'),
      outright('GOOD', '`迟了：${reason}。`'),
      outright('TOLD_AGAIN', '`未能办理：${refusal.message}`'),
    );
    expect(unofficial(refusals)).toEqual(['ENGLISH: too late.', 'NO_END: 迟了', 'OPEN_END: 迟了：{reason}']);
  });

  it('a code that no test expects; a title, a comment and a longer code do not count', () => {
    const { refusals } = planted(outright('TOO_LATE', "'迟了。'"), outright('TOO_EARLY', "'早了。'"));
    const specs: Texts = {
      'src/planted.spec.ts': [
        `// TOO_LATE`,
        `it('refuses (TOO_LATE)', () => expect(code).toBe('MUCH_TOO_LATE'));`,
        `expect(code).toBe('TOO_EARLY');`,
      ].join('\n'),
    };
    expect(untested(refusals, specs)).toEqual(['TOO_LATE']);
  });
});

describe('every refusal of the product', () => {
  const texts = readTexts();
  const { refusals, unreadable } = collectRefusals(texts);

  it('can be read from the source', () => {
    expect(unreadable).toEqual([]);
    expect(refusals.length).toBeGreaterThan(150);
  });

  it('has a code that is UPPER_SNAKE and means one thing', () => {
    expect(misspelt(refusals)).toEqual([]);
    expect(ambiguous(refusals)).toEqual([]);
  });

  it('has a whole Chinese sentence', () => {
    expect(unofficial(refusals)).toEqual([]);
  });

  it('has a test', () => {
    expect(untested(refusals, texts)).toEqual([]);
  });

  it('stands in the paper as the source says it', () => {
    const paper = refusalPaper(refusals);
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAPER, paper);
    expect(readFileSync(PAPER, 'utf8')).toBe(paper);
  });
});
