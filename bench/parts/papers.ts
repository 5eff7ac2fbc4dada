import { inChild } from '../child.js';
import { median } from '../median.js';
import type { Options } from '../options.js';
import type { PaperTimes } from '../papers.js';
import { PrintedTable, type Table } from '../table.js';
import { withEdition } from '../with-edition.js';

const TASKS = '500';
const DEPARTMENTS = '41';

/** The bulletin of 500 tasks and the list of each of 41 departments as files, beside bare writers with the same texts. */
export async function papersPart(options: Options, root: string): Promise<Table> {
  const table = new PrintedTable(
    'papers',
    'papers of 500 tasks, ours : the same texts written by the bare library (goals: bulletin .docx ≤ 2 s, 41 workbooks ≤ 5 s)',
  );
  await withEdition('sqlite', root, async (edition) => {
    const filled = await edition.empty();
    const words = [TASKS, DEPARTMENTS, '3'];
    const made = await inChild<{ ledgerId: string }>('make-data.js', filled.environment, words);
    const rounds: PaperTimes[] = [];
    for (let n = 0; n < (options.quick ? 1 : 5); n++) {
      const place = await edition.copy(filled);
      rounds.push(await inChild<PaperTimes>('papers.js', place.environment, [made.ledgerId, DEPARTMENTS]));
      await place.remove();
    }
    for (const paper of rounds[0]?.papers.map(({ name }) => name) ?? []) {
      const figures = rounds.map((round) => round.papers.find(({ name }) => name === paper));
      const [ours, bare] = [
        median(figures.map((f) => f?.seconds ?? 0)),
        median(figures.map((f) => f?.bare ?? 0)),
      ];
      table.add({
        paper,
        files: figures[0]?.files ?? 0,
        KB: Math.round((figures[0]?.bytes ?? 0) / 1024),
        'ours s': ours.toFixed(2),
        'bare s': bare.toFixed(2),
        ratio: (ours / bare).toFixed(2),
      });
    }
  });
  return table;
}
