import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { parseHolidayCsv } from '../calendar/parse-holiday-csv.js';
import { workingCalendar } from '../calendar/working-calendar.js';
import type { Deadline } from './deadline.js';
import { parseDeadline } from './parse-deadline.js';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const calendar = workingCalendar(
  readdirSync(new URL('config/calendar/', root))
    .filter((name) => name.endsWith('.csv'))
    .map((name) => parseHolidayCsv(read(`config/calendar/${name}`))),
);

interface Vector {
  id: string;
  raw: string | number;
  context?: { planYear: number };
  expect: Record<string, unknown>;
}
const file = JSON.parse(read('test/data/deadline_vectors.json')) as {
  context: { planYear: number; issuedOn: string };
  vectors: Vector[];
};

/** The vectors write nodes as plain days and leave out a null due, a false needsReview and our notes and labels. */
function abbreviated(deadline: Deadline, expected: Record<string, unknown>): Record<string, unknown> {
  const { note, needsReview, due, items, ...rest } = deadline;
  return {
    ...rest,
    ...(due === null ? {} : { due }),
    ...(items === undefined ? {} : { items: items.map((item) => item.due) }),
    ...(needsReview ? { needsReview } : {}),
    ...('note' in expected ? { note } : {}),
  };
}

describe('the collected deadline phrases', () => {
  it.each(file.vectors.map((vector) => [vector.id, vector.raw, vector] as const))(
    '%s %s',
    (_id, raw, vector) => {
      const deadline = parseDeadline(raw, { ...file.context, ...vector.context, calendar });
      expect(abbreviated(deadline, vector.expect)).toEqual(vector.expect);
      expect(deadline.needsReview ? deadline.note : '—').toBeTruthy();
    },
  );

  it('are all 103', () => expect(file.vectors).toHaveLength(103));
});
