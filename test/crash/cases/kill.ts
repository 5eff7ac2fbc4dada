import type { Bench, CrashCase, Told } from '../case.js';
import { killTrials } from '../kill-trials.js';

/** C1: a fifth of the kills may fall into the start, the rest while work is to be done. */
export const kill: CrashCase = {
  id: 'C1',
  what: 'kill −9 at random moments of a month of 10,000 tasks, started again until done',
  async run(bench: Bench): Promise<Told> {
    const { verdict, history, seed } = bench;
    const template = await bench.template(10_000);
    const plan = { kills: bench.times(18, 1_000), seed, batch: 250 };
    const report = await killTrials(bench.program(), template, plan, history);
    verdict.add(report.found);
    verdict.same('kills', report.kills, plan.kills);
    // A kill that always fell before the work or after it would prove nothing.
    verdict.holds('a third of the kills fell after a batch was on disk', report.resumed > plan.kills / 3);
    verdict.holds('the month ended within 30 s of the last start', report.slowestEndMs < 30_000);
    return {
      trials: report.kills,
      saw: `${report.trials} months, ${report.midFreeze} kills while it froze, ${report.resumed} after a batch; answer ≤ ${(report.slowestEndMs / 1000).toFixed(1)} s after the last start`,
    };
  },
};
