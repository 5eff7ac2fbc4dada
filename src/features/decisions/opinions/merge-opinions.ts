import type { OpinionWords } from './adoption.js';
import { keyOf } from './read-opinions.js';

/** What a list does to the table that stands. */
export interface Merge<Kept extends OpinionWords> {
  /** The new table in the order of the list; `kept` is the row that stood for the same opinion. */
  rows: { words: OpinionWords; kept: Kept | null; isChanged: boolean }[];
  removed: Kept[];
  /** Nothing comes of it: the same opinions, the same answers, the same order. */
  isSame: boolean;
}

/** Takes the table and a list that is to stand in its place; gives what changes. An opinion is told by its source and its words. */
export function mergeOpinions<Kept extends OpinionWords>(
  standing: readonly Kept[],
  list: readonly OpinionWords[],
): Merge<Kept> {
  const left = new Map(standing.map((each) => [keyOf(each), each]));
  const rows = list.map((words) => {
    const kept = left.get(keyOf(words)) ?? null;
    left.delete(keyOf(words));
    return { words, kept, isChanged: kept !== null && !isEqual(kept, words) };
  });
  const removed = [...left.values()];
  const isInPlace = rows.every(({ kept, isChanged }, at) => kept === standing[at] && !isChanged);
  return { rows, removed, isSame: removed.length === 0 && rows.length === standing.length && isInPlace };
}

function isEqual(a: OpinionWords, b: OpinionWords): boolean {
  return a.people === b.people && a.adoption === b.adoption && a.reason === b.reason;
}
