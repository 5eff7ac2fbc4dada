import type { Options } from '../options.js';
import { measureShared } from '../shared-freeze.js';
import { PrintedTable, type Table } from '../table.js';
import { withEdition } from '../with-edition.js';

/** More than this is not frozen by workers here: what is asked is how the work divides, not how much there is. */
const MOST = 100_000;

/** One month's freeze shared by worker processes on PostgreSQL and Redis, beside the same freeze by one of them. */
export async function workersPart(options: Options, root: string): Promise<Table> {
  const table = new PrintedTable(
    'workers',
    'one freeze shared by worker processes (PostgreSQL, Redis), seconds from its first claim to its end : one worker',
  );
  await withEdition('postgres', root, async (edition) => {
    for (const tasks of options.tasks.filter((n) => n <= MOST)) {
      let alone = 0;
      for (const workers of options.workers) {
        const shared = await measureShared(edition, tasks, workers, options.quick ? 1 : 3);
        if (alone === 0) alone = shared.seconds;
        table.add({
          tasks,
          workers,
          seconds: shared.seconds.toFixed(2),
          'of one': (shared.seconds / alone).toFixed(2),
          'shards by': shared.shardsBy.join('+'),
          hash: shared.hash.slice(0, 8),
        });
      }
    }
  });
  return table;
}
