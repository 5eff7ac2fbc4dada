import type { Edition, Place } from '../edition.js';
import { inChild } from '../child.js';
import { median } from '../median.js';
import type { MonthlyJob } from '../monthly-job.js';
import type { Options } from '../options.js';
import { PrintedTable, type Table } from '../table.js';
import { withEdition } from '../with-edition.js';

/** The whole monthly job from the claim of its slot to the digests, in processor time beyond the start of the process. */
export async function jobPart(options: Options, root: string): Promise<Table> {
  const table = new PrintedTable(
    'job',
    'monthly job, 3,000 overdue items in 41 departments, CPU beyond process start (goal ≤ 0.4 s)',
  );
  for (const name of options.editions) {
    await withEdition(name, root, async (edition) => {
      const filled = await edition.empty();
      const words = ['3000', '41', '10'];
      const made = await inChild<{ ledgerId: string }>('make-data.js', filled.environment, words);
      const runs: (MonthlyJob & { beyond: number })[] = [];
      for (let round = 0; round < (options.quick ? 1 : 5); round++) {
        const start = await jobOn(edition, filled, made.ledgerId, 'start');
        const job = await jobOn(edition, filled, made.ledgerId, 'run');
        runs.push({ ...job, beyond: job.processCpu - start.processCpu });
      }
      const [first] = runs;
      const figure = (of: 'cpu' | 'beyond' | 'seconds') => median(runs.map((run) => run[of])).toFixed(2);
      table.add({
        edition: name,
        flags: first?.flags ?? 0,
        reminders: first?.reminders ?? 0,
        digests: first?.digests ?? 0,
        'CPU s': figure('cpu'),
        'whole − start': figure('beyond'),
        'wall s': figure('seconds'),
      });
    });
  }
  return table;
}

async function jobOn(edition: Edition, filled: Place, ledgerId: string, what: 'start' | 'run') {
  const place = await edition.copy(filled);
  try {
    return await inChild<MonthlyJob>('monthly-job.js', place.environment, [ledgerId, what]);
  } finally {
    await place.remove();
  }
}
