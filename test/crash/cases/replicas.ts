import type { Bench, CrashCase, Told } from '../case.js';
import { checkMonth } from '../checker.js';
import { answerOf, AS_OF, firstOfDecember, MONTH, MONTH_COMMAND } from '../kill-trials.js';
import { MONTH_POINTS, pausingAfterBatch, plantFailpoints } from '../failpoints.js';
import { frozenRows, resume, standing } from '../pause.js';
import type { Ended, Place, Program } from '../program.js';
import { ask, until } from '../tables.js';

const FENCED = /lease of dispatch\.freeze \S+ lost \(fence 1\)/;

/** Small units, so that there are many moments to stop in; a short lease, so that nobody waits for a long one. */
const SETTINGS = { DIAODU_FREEZE_BATCH: '25', DIAODU_LEASE_MS: '1500' };

interface Scene {
  bench: Bench;
  program: Program;
  place: Place;
}

/** Several that start in the same moment: one freezes, all tell the same month. */
async function together({ bench: { verdict }, program, place }: Scene, processes: number): Promise<void> {
  const starts = Array.from({ length: processes }, () => program.start('cli.js', MONTH_COMMAND, place).ended);
  const answers = (await Promise.all(starts)).map(answerOf);
  verdict.same('hashes told', new Set(answers.map((answer) => answer.snapshotSha256)).size, 1);
  verdict.same('processes that froze', answers.filter((answer) => !answer.alreadyDone).length, 1);
}

/** One paused beyond its lease, another does the work; the fence refuses what the first still wants to write. */
async function wakesAfter({ bench: { verdict }, program, place }: Scene): Promise<void> {
  const zombie = program.start('cli.js', MONTH_COMMAND, pausingAfterBatch(place, 2));
  await standing(zombie);
  const frozenBefore = frozenRows(place.data);
  const second = answerOf(await program.start('cli.js', MONTH_COMMAND, place).ended);
  verdict.holds('the second found work to do', frozenBefore < frozenRows(place.data) && !second.alreadyDone);
  resume(zombie);
  wasFenced(verdict, await zombie.ended);
}

/** One paused beyond its lease that wakes while another is in the middle of the work. */
async function wakesAmid({ bench: { verdict }, program, place }: Scene): Promise<void> {
  const zombie = program.start('cli.js', MONTH_COMMAND, pausingAfterBatch(place, 2));
  await standing(zombie);
  const frozenBefore = frozenRows(place.data);
  const second = program.start('cli.js', MONTH_COMMAND, place);
  await until('the second process to go on', () => frozenRows(place.data) > frozenBefore, 60_000, 2);
  resume(zombie);
  const [late, done] = await Promise.all([zombie.ended, second.ended]);
  wasFenced(verdict, late);
  verdict.same('the second has frozen it', answerOf(done).alreadyDone, false);
  const [run] = ask<{ fence: number; attempts: number }>(
    place.data,
    `SELECT fence, attempts FROM schedule_run WHERE job = 'dispatch.freeze'`,
  );
  verdict.same('fence and attempts', run, { fence: 2, attempts: 2 });
}

function wasFenced(verdict: Bench['verdict'], ended: Ended): void {
  verdict.holds(
    `the paused one is refused by the fence (${ended.code}: ${ended.stderr.slice(0, 200)})`,
    ended.code === 1 && FENCED.test(ended.stderr),
  );
}

/** C12. */
export const replicas: CrashCase = {
  id: 'C12',
  what: 'two to five processes in the same moment; one paused (SIGSTOP) beyond its lease and woken',
  async run(bench: Bench): Promise<Told> {
    const [template, program] = [await bench.template(2_000), bench.program()];
    plantFailpoints(program, MONTH_POINTS);
    const rounds = bench.times(1, 30);
    let trials = 0;
    for (let round = 0; round < rounds; round++) {
      const scenes = [
        (scene: Scene) => together(scene, 3),
        ...(bench.set === 'long' ? [(scene: Scene) => together(scene, 2), (scene: Scene) => together(scene, 5)] : []),
        wakesAfter,
        wakesAmid,
      ]; // prettier-ignore
      for (const play of scenes) {
        const place = { data: template.copy(), shiftMs: firstOfDecember(), settings: SETTINGS };
        await play({ bench, program, place });
        bench.verdict.add(checkMonth(place.data, template.ledgerId, MONTH, AS_OF));
        trials += 1;
      }
    }
    return { trials, saw: `${2 * rounds} paused ones refused by the fence` };
  },
};
