import { join } from 'node:path';
import type { ChildCost } from '../child.js';
import { inChild } from '../child.js';
import type { Edition, Place } from '../edition.js';
import type { Imported } from '../import-ledger.js';
import { median } from '../median.js';
import type { Options } from '../options.js';
import { PrintedTable, type Table } from '../table.js';
import { withEdition } from '../with-edition.js';
import { IMPORTED_TABLES, type Floor } from '../written-tables.js';

const ROWS = 10_000;

/** A ledger of 10,000 rows read, shown and taken in, beside the same file read in memory and its rows put in by hand. */
export async function importPart(options: Options, root: string): Promise<Table> {
  const table = new PrintedTable(
    'import',
    `import of ${ROWS} rows (.xlsx), ours : the file read in the same process and one transaction with the same rows`,
  );
  const file = join(root, 'ledger.xlsx');
  await inChild('make-workbook.js', {}, [file, String(ROWS)]);
  for (const name of options.editions) {
    await withEdition(name, root, async (edition) => {
      const filled = await edition.empty();
      await inChild('make-data.js', filled.environment, ['0', '41', '0']);
      const rounds: Round[] = [];
      for (let n = 0; n < (options.quick ? 1 : 3); n++) rounds.push(await oneRound(edition, filled, file));
      const of = (pick: (round: Round) => number) => median(rounds.map(pick));
      const ours = of(({ imported }) => imported.preview.seconds + imported.commit.seconds);
      const floor = of(({ read, floor: written }) => read.seconds + written.seconds);
      table.add({
        edition: name,
        rows: ROWS,
        'read + show s': of(({ imported }) => imported.preview.seconds).toFixed(2),
        'commit s': of(({ imported }) => imported.commit.seconds).toFixed(2),
        'floor s': floor.toFixed(2),
        ratio: (ours / floor).toFixed(2),
        'peak MB': Math.max(...rounds.map(({ imported }) => imported.peakMb)).toFixed(0),
      });
    });
  }
  return table;
}

interface Round {
  imported: Imported & ChildCost;
  read: { seconds: number };
  floor: Floor;
}

async function oneRound(edition: Edition, filled: Place, file: string): Promise<Round> {
  const forUs = await edition.copy(filled);
  const forFloor = await edition.copy(filled);
  try {
    const imported = await inChild<Imported>('import-ledger.js', forUs.environment, [file]);
    const read = await inChild<{ seconds: number }>('floor-workbook.js', {}, [file]);
    const words = [forUs.address, forFloor.address, IMPORTED_TABLES.join(',')];
    const floor = await inChild<Floor>(`floor-${edition.name}.js`, {}, words);
    return { imported, read, floor };
  } finally {
    await forUs.remove();
    await forFloor.remove();
  }
}
