import { measureFreeze, type FreezeRatio } from '../freeze-ratio.js';
import { roundsFor, type Options } from '../options.js';
import { PrintedTable, type Line, type Table } from '../table.js';
import { withEdition } from '../with-edition.js';

/** One month of one ledger frozen by one process, beside one hand-written transaction with the same rows. */
export async function freezePart(options: Options, root: string): Promise<Table> {
  const table = new PrintedTable(
    'freeze',
    'freeze + flags + reminders, ours : one hand-written transaction with the same rows (goal ≤ 3, ≤ 512 MB)',
  );
  for (const name of options.editions) {
    await withEdition(name, root, async (edition) => {
      for (const tasks of options.tasks)
        table.add(lineOf(await measureFreeze(edition, tasks, roundsFor(tasks, options))));
    });
  }
  return table;
}

function lineOf(f: FreezeRatio): Line {
  return {
    edition: f.edition,
    tasks: f.tasks,
    rows: f.rows,
    'ours s': f.ours.toFixed(2),
    'floor s': f.floor.toFixed(2),
    ratio: f.ratio.toFixed(2),
    'µs/task': ((f.ours / f.tasks) * 1e6).toFixed(0),
    'our CPU s': f.oursCpu.toFixed(2),
    'floor CPU s': f.floorCpu.toFixed(2),
    'peak MB': f.peakMb.toFixed(0),
  };
}
