import type { ReadingResponse } from './present-reading.js';

/** Takes a reading; gives what a person reads of it: one line a row, its problems below, the sum last. */
export function readingText(reading: ReadingResponse): string {
  const lines = reading.rows.flatMap((row) => [
    `${row.number}\t${row.title}\t${row.lead[0]?.name ?? '（无牵头单位）'}\t${row.deadline.due ?? row.deadline.raw}`,
    ...row.problems.map(({ cell, message }) => `\t※ ${cell} ${message}`),
  ]);
  const { rows, ready, needsReview, rejected } = reading.summary;
  return [...lines, `共 ${rows} 行：可立项 ${ready}，待核 ${needsReview}，不能导入 ${rejected}。`].join('\n');
}
