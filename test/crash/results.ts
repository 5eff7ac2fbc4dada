import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import type { CaseSet } from './case.js';

/** What came of one case, as it is kept. */
export interface Result {
  id: string;
  what: string;
  set: CaseSet;
  trials: number;
  /** `clean`, what was found, or why it was not tried. */
  outcome: string;
  saw: string;
  seconds: number;
  seed: number;
  day: string;
  commit: string;
}

const KEPT = 'docs/reliability-results.json';
const PAGE = 'docs/reliability.md';
const BEGIN = '<!-- results: made by `npm run test:crash -- --write-results` -->';
const END = '<!-- end of results -->';

/** A case of the order C2 before C10, planted bugs after all others. */
export function inOrder(a: { id: string }, b: { id: string }): number {
  const rank = ({ id }: { id: string }) => (id.startsWith('B') ? 1_000 : 0) + Number(id.replace(/\D/g, ''));
  return rank(a) - rank(b) || a.id.localeCompare(b.id);
}

/** As a table of Markdown. */
export function tableOf(results: readonly Result[]): string {
  const lines = results.map((r) => {
    const cells = [
      r.id,
      r.what,
      `${r.trials}`,
      r.saw === '' ? r.outcome : `${r.outcome}; ${r.saw}`,
      `${r.set}, seed ${r.seed}, ${r.seconds} s`,
      `${r.day}, ${r.commit}`,
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  });
  return ['| case | what | trials | outcome | run | date, commit |', '|-|-|-|-|-|-|', ...lines].join('\n');
}

/** Keeps each case's newest result of each set beside the page, and makes the page's table anew from all that is kept. */
export async function writeResults(results: readonly Result[]): Promise<void> {
  const kept = existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Result[]) : [];
  const isNew = (old: Result) => results.some(({ id, set }) => id === old.id && set === old.set);
  const all = [...kept.filter((old) => !isNew(old)), ...results].toSorted(inOrder);
  writeFileSync(KEPT, await format(JSON.stringify(all), { parser: 'json', printWidth: 110 }));
  const [before, rest] = readFileSync(PAGE, 'utf8').split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no place for results`);
  const page = `${before}${BEGIN}\n\n${tableOf(all)}\n\n${END}${after}`;
  writeFileSync(PAGE, await format(page, { parser: 'markdown', printWidth: 120 }));
}
