import type { Day } from '../../../domain/calendar/day.js';
import type { Month } from '../../../domain/calendar/month.js';
import type { TaskFacts } from '../../ledger/ledger.reader.js';
import type { ReportingReader } from '../../reporting/reporting.reader.js';

/** Nobody reads further back: 连续 24 个月未报 says it all. */
const LONGEST = 24;

/**
 * How many months in a row each part has let pass without a report, by assignment id. Whether a part has reached the
 * number that makes it red is asked of all; how long it really lasts, which the explanation tells, only of those.
 */
export async function missedRuns(
  reports: Pick<ReportingReader, 'missedInARow'>,
  tasks: readonly TaskFacts[],
  { upTo, redFrom, asOf }: { upTo: Month; redFrom: number; asOf: Day },
): Promise<Map<string, number>> {
  const ids = tasks.map((task) => task.id);
  const missed = await reports.missedInARow(ids, upTo, redFrom, asOf);
  const silent = tasks.filter((task) =>
    task.assignments.some((part) => (missed.get(part.id) ?? 0) >= redFrom),
  );
  if (silent.length === 0) return missed;
  const whole = await reports.missedInARow(
    silent.map((task) => task.id),
    upTo,
    Math.max(redFrom, LONGEST),
    asOf,
  );
  return new Map([...missed, ...whole]);
}
