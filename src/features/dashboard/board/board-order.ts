import type { SeenLine } from './board-line.js';

/** Red first; what has no light last. */
const RANK: Readonly<Record<string, number>> = { RED: 0, YELLOW: 1, GREEN: 2, DONE: 3, GREY: 4 };
const LAST = 9;

/** The text a line is sorted by; equal ones follow in reading order. */
const VALUES = {
  number: () => '',
  due: ({ line }: SeenLine, missing: string) => line.task.dueOn ?? missing,
  light: ({ light }: SeenLine) =>
    `${RANK[light?.light ?? ''] ?? LAST}${pad(99_999 - (light?.overdueDays ?? 0))}`,
  department: ({ line }: SeenLine) => pad(line.lead?.order ?? 99_999),
} as const;

/** Names of the orders; with `-` the other way round. */
export const BOARD_SORTS = [
  'number',
  '-number',
  'due',
  '-due',
  'light',
  '-light',
  'department',
  '-department',
] as const;
export type BoardSort = (typeof BOARD_SORTS)[number];

/** Where a page ends: value, key of reading order, id. */
export type BoardPlace = readonly [string, string, string];

/** Takes lines in any order; gives at most `limit` after a place, in the order asked for. */
export function pageIn(
  lines: readonly SeenLine[],
  sort: BoardSort,
  after: BoardPlace | null,
  limit: number,
): SeenLine[] {
  const placed = lines
    .map((seen) => ({ seen, place: placeOf(seen, sort) }))
    .filter(({ place }) => after === null || compare(place, after, sort) > 0)
    .sort((a, b) => compare(a.place, b.place, sort));
  return placed.slice(0, limit).map(({ seen }) => seen);
}

/** The place of a line in an order. */
export function placeOf(seen: SeenLine, sort: BoardSort): BoardPlace {
  const { sortKey, id } = seen.line.task;
  return [valueOf(seen, sort), sortKey, id];
}

function valueOf(seen: SeenLine, sort: BoardSort): string {
  const name = sort.replace('-', '') as keyof typeof VALUES;
  // A task without a deadline stands last whichever way the list is sorted.
  return VALUES[name](seen, sort.startsWith('-') ? '0000' : '9999');
}

/** Down the list only the value and, for numbers, the reading order run backwards. */
function compare(a: BoardPlace, b: BoardPlace, sort: BoardSort): number {
  const down = sort.startsWith('-') ? -1 : 1;
  const inOrder = sort === '-number' ? -1 : 1;
  return down * order(a[0], b[0]) || inOrder * order(a[1], b[1]) || inOrder * order(a[2], b[2]);
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function pad(n: number): string {
  return String(n).padStart(5, '0');
}
