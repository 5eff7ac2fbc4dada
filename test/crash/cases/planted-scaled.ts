import type { Bench, CrashCase } from '../case.js';
import { disturbedDay, type DayPlan } from '../disturbed-day.js';
import { countsOf } from '../findings.js';
import { hasDebianPostgres, hasProgram } from '../has-program.js';
import type { Program } from '../program.js';
import { until } from '../tables.js';
import { Verdict } from '../verdict.js';
import { isCaught } from './planted-walls.js';
import { redisFaults, type Fault } from './server-faults.js';

const lacks = () => hasProgram('redis-server') ?? hasDebianPostgres();
/** How long a planted day waits for what will never be done, milliseconds. */
const PATIENCE_MS = 30_000;

/** No fault at all: stopped while it sends, a process would rightly leave a mail behind that goes out once more. */
const ALL_SENT: Fault = {
  name: 'nothing, until all mails are out',
  async happen({ ask }) {
    const unsent = `SELECT 1 FROM delivery v JOIN digest d ON d.id = v.digest_id WHERE v.state <> 'SENT' AND d.day <= '2023-12-01'`;
    await until('all mails to be out', async () => (await ask(unsent)).length === 0, 90_000, 100);
  },
};

/** A due day of the scaled-out edition with a bug in it, judged as every other day, and told apart from it. */
async function plantedDay(bench: Bench, plant: (program: Program) => void, plan: DayPlan) {
  const program = bench.program();
  plant(program);
  const verdict = new Verdict();
  const seen = await disturbedDay({ ...bench, verdict }, 0, { ...plan, program, patienceMs: PATIENCE_MS });
  return { seen, found: verdict.found };
}

/** B14: both walls that keep two workers from one mail, the lock of the row and the number its claim must bear. */
export const claimedTwice: CrashCase = {
  id: 'B14',
  isLong: true,
  what: 'planted: a delivery is claimed without FOR UPDATE SKIP LOCKED and without its fencing number',
  lacks,
  async run(bench) {
    const plan = { faults: [], whileMailing: [ALL_SENT], wants: { mail: true } };
    const calm = await disturbedDay(bench, 0, plan);
    bench.verdict.same('copies of mails on a day in peace', calm.copies, 0);
    const { seen } = await plantedDay(
      bench,
      (program) => {
        const store = 'features/reminders/delivery.store.js';
        program.patch(store, `' FOR UPDATE OF v SKIP LOCKED'`, `''`);
        program.patch(store, `WHERE id = ? AND fence = ? AND state IN ('QUEUED', 'FAILED') AND lease_until <= ?\`, [leaseUntil, due.id, due.fence, now]`, `WHERE id = ?\`, [leaseUntil, due.id]`);
      },
      plan,
    );
    bench.verdict.holds('mails are doubled', seen.copies > 0);
    return { trials: 2, saw: `caught: ${seen.copies} of ${seen.mails} mails are copies` };
  },
}; // prettier-ignore

/** B16. */
export const bellIsTruth: CrashCase = {
  id: 'B16',
  isLong: true,
  what: 'planted: what no bell was heard for is not looked for; Redis is emptied, killed and begun anew meanwhile',
  lacks,
  async run(bench) {
    const { found } = await plantedDay(
      bench,
      (program) =>
        program.patch('platform/jobs/bell-desk.js', 'return this.atWork(async () => {', 'return Promise.resolve(async () => {'),
      { faults: redisFaults(bench.random) },
    );
    bench.verdict.holds('a day on which bells were lost is not worked off', isCaught(found));
    return { trials: 1, saw: `caught: ${countsOf(found)}` };
  },
}; // prettier-ignore

/** Forms are laid so slowly that the other worker comes to the freeze meanwhile. */
function withSlowForms(program: Program): Program {
  program.patch('features/reporting/jobs/open-forms.job.js', 'const PARTS_PER_STEP = 1000;', 'const PARTS_PER_STEP = 20;');
  return program;
} // prettier-ignore

/** B17: the month is opened and frozen on one day, as after a standstill, by two workers. */
export const frozenUnopened: CrashCase = {
  id: 'B17',
  isLong: true,
  what: 'planted: a freeze does not wait for the forms that another worker lays',
  lacks,
  async run(bench) {
    await disturbedDay(bench, 0, { faults: [], program: withSlowForms(bench.program()) });
    const { found } = await plantedDay(
      bench,
      (program) =>
        withSlowForms(program).patch('features/dispatch/jobs/freeze-month.job.js', 'follows = OPENING_JOBS;', 'follows = [];'),
      { faults: [] },
    );
    bench.verdict.holds('the month has another hash', found.faults.some((fault) => fault.startsWith('hash: ')));
    return { trials: 2, saw: `caught: ${countsOf(found)}` };
  },
}; // prettier-ignore
