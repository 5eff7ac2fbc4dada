import type { Bench, CrashCase } from '../case.js';
import { checkMonth } from '../checker.js';
import { dyingAt } from '../failpoints.js';
import { countsOf } from '../findings.js';
import { firstOfDecember, MONTH, AS_OF, MONTH_COMMAND } from '../kill-trials.js';
import type { Place, Program } from '../program.js';
import { freezesOf, serveUntilIdle } from '../service.js';
import { at } from './downtime.js';
import { isCaught } from './planted-walls.js';

const POINT = `globalThis.failpoint?.('planted');`;

/** Something moved out of its unit of work: a kill between the two must be noticed. Counts say which time to die. */
function torn(id: string, what: string, plant: (program: Program) => void): CrashCase {
  return {
    id,
    what: `planted: ${what}`,
    async run(bench: Bench) {
      const [template, program] = [await bench.template(600), bench.program()];
      plant(program);
      const seen: string[] = [];
      const counts = [2, 3, 4, 5];
      for (const count of counts) {
        const place: Place = {
          data: template.copy(),
          shiftMs: firstOfDecember(),
          settings: { DIAODU_FREEZE_BATCH: '100' },
        };
        await program.start('cli.js', MONTH_COMMAND, dyingAt(place, 'planted', count)).ended;
        await program.start('cli.js', MONTH_COMMAND, place).ended;
        const found = checkMonth(place.data, template.ledgerId, MONTH, AS_OF);
        if (isCaught(found)) seen.push(countsOf(found));
      }
      bench.verdict.holds('a kill between the two shows it', seen.length > 0);
      return { trials: counts.length, saw: `caught in ${seen.length} of ${counts.length} kills: ${seen[0]}` }; // prettier-ignore
    },
  };
}

/** B1, B2 and B10. */
export const reminderLater = torn('B1', 'reminders written after the commit of their batch', (program) =>
  program.patch(
    'features/dispatch/freeze/freeze-writer.js',
    'const created = await this.issuer.issue(planned, ground.ledgerId, slot, ground.today);',
    `const created = planned.length; const { unitOfWork } = this.snapshots.db;
     unitOfWork.required().afterCommit.push(() => { ${POINT} setTimeout(() => unitOfWork.run(() => this.issuer.issue(planned, ground.ledgerId, slot, ground.today)), 5); });`,
  ),
);
export const cursorLater = torn('B2', 'the cursor saved in a unit of its own', (program) =>
  program.patch(
    'platform/jobs/job-runner.js',
    'await this.keep(claim, next);\n                    return next;\n                });',
    `return next; }).then(async (next) => { if (typeof next === 'string') { ${POINT} } await this.db.unitOfWork.run(() => this.keep(claim, next)); return next; });`,
  ),
);
export const auditLater = torn('B10', 'audit events written after the commit', (program) =>
  program.patch(
    'platform/audit/audit-trail.js',
    'unit.beforeCommit.set(HOOK, () => this.append(events));',
    `if (events.length === 1) unit.afterCommit.push(() => { ${POINT} void this.db.unitOfWork.run(() => this.append(events)); });`,
  ),
);

/** B12. */
export const noCatchUp: CrashCase = {
  id: 'B12',
  what: 'planted: missed months are not made up',
  async run(bench: Bench) {
    const [template, program] = [await bench.template(600), bench.program()];
    program.patch('platform/jobs/pending-slots.js', 'plan.run.push(...slots);', 'plan.run.push(newest);');
    const data = template.copy();
    await serveUntilIdle(program, at('2023-12-01T09:00', data), 1);
    await serveUntilIdle(program, at('2024-03-04T09:00', data), 2);
    const months = freezesOf(data).map(({ slot }) => slot);
    bench.verdict.same('months frozen', months, [MONTH, '2024-02']);
    return { trials: 1, saw: `caught: 2 of 4 months are there (${months.join(', ')})` };
  },
};
