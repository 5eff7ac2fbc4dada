import type { Bench, CrashCase, Told } from '../case.js';
import { ask, openTables } from '../tables.js';

/** C8. */
export const sharing: CrashCase = {
  id: 'C8',
  what: 'three processes, 500 units each that read a number and write the next, on one SQLite file',
  async run(bench: Bench): Promise<Told> {
    const [template, program] = [await bench.template(20), bench.program()];
    const data = template.copy();
    const each = bench.times(500, 5_000);
    const db = openTables(data, false);
    db.exec('CREATE TABLE crash_counter (n INTEGER NOT NULL); INSERT INTO crash_counter VALUES (0)');
    db.close();
    const ends = await Promise.all(
      [1, 2, 3].map(() => program.startChild('count-up.mjs', [String(each)], { data }).ended),
    );
    for (const { code, stdout, stderr } of ends)
      bench.verdict.same(`a counting process ends (${stderr.slice(0, 200)})`, [code, stdout], [0, '{"failed":0}']);
    const n = ask<{ n: number }>(data, 'SELECT n FROM crash_counter')[0]?.n;
    bench.verdict.same('the number at the end', n, 3 * each);
    return { trials: 3 * each, saw: `${n} of ${3 * each} counted, no refusal` };
  },
}; // prettier-ignore
