import { measureListPage } from '../list-page.js';
import type { Options } from '../options.js';
import { PrintedTable, type Table } from '../table.js';
import { withEdition } from '../with-edition.js';

/** Tasks the list holds: the largest size asked for up to this, since a page costs the same by index beyond it. */
const MOST = 1_000_000;
const USUAL = 100_000;

/** A page of 100 tasks by index beside a bare handler that gives the same bytes from the same database. */
export async function listPart(options: Options, root: string): Promise<Table> {
  const table = new PrintedTable(
    'list',
    'list page of 100 tasks by index, 8 connections, ours : bare Fastify + driver (goal ≥ 0.5)',
  );
  const sizes = options.quick
    ? [10_000]
    : [...new Set([USUAL, ...options.tasks.filter((n) => n > USUAL && n <= MOST)])];
  const [rounds, milliseconds] = options.quick ? [3, 1_000] : [7, 3_000];
  for (const name of options.editions) {
    await withEdition(name, root, async (edition) => {
      for (const tasks of sizes) {
        const page = await measureListPage(edition, tasks, rounds, milliseconds);
        table.add({
          edition: name,
          tasks: page.tasks,
          bytes: page.bytes,
          'ours /s': page.ours.toFixed(0),
          'bare /s': page.bare.toFixed(0),
          ratio: (page.ours / page.bare).toFixed(2),
        });
      }
    });
  }
  return table;
}
