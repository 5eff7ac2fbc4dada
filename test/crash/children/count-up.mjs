// Adds one to a counter so many times, each time reading it first, in units of work of its own process.
import { persistence } from '../dist/app/persistence.js';
import { loadSettings } from '../dist/platform/config/load-settings.js';
import { openDatabase } from '../dist/platform/database/open-database.js';

const db = await openDatabase(loadSettings(process.env), persistence);
let failed = 0;
for (let n = 0; n < Number(process.argv[2]); n++) {
  try {
    await db.unitOfWork.run(async () => {
      const [row] = await db.read('SELECT n FROM crash_counter');
      await db.write('UPDATE crash_counter SET n = ?', [row.n + 1]);
    });
  } catch (error) {
    failed += 1;
    process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`);
  }
}
process.stdout.write(JSON.stringify({ failed }));
await db.close();
