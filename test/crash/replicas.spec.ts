import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkMonth } from './checker.js';
import { noFindings, summaryOf } from './findings.js';
import { answerOf, AS_OF, firstOfDecember, MONTH } from './kill-trials.js';
import { makeTemplate, type Template } from './make-data.js';
import { frozenRows, pauseBetweenUnits, resume } from './pause.js';
import { copyProgram, type Place, type Program } from './program.js';
import { ask, until } from './tables.js';

const COMMAND = ['--json', 'dispatch', 'run', '--month', MONTH];
const CLEAN = summaryOf(noFindings());
/** Small units, so that there are many moments to stop in; a short lease, so that a test need not wait for a long one. */
const SETTINGS = { DIAODU_FREEZE_BATCH: '25', DIAODU_LEASE_MS: '1500' };

describe('several processes on one database', () => {
  let program: Program;
  let template: Template;

  beforeAll(async () => {
    program = copyProgram();
    template = await makeTemplate(2_000);
  }, 60_000);
  afterAll(() => {
    program.remove();
    template.remove();
  });

  const freshPlace = (): Place => ({ data: template.copy(), shiftMs: firstOfDecember(), settings: SETTINGS });
  const verdict = (place: Place): string =>
    summaryOf(checkMonth(place.data, template.ledgerId, MONTH, AS_OF));

  it('three that start in the same moment: one freezes, all tell the same month', async () => {
    const place = freshPlace();
    const ends = await Promise.all([1, 2, 3].map(() => program.start('cli.js', COMMAND, place).ended));
    const answers = ends.map(answerOf);
    expect(new Set(answers.map((answer) => answer.snapshotSha256)).size).toBe(1);
    expect(answers.filter((answer) => !answer.alreadyDone)).toHaveLength(1);
    expect(verdict(place)).toBe(CLEAN);
  }, 120_000);

  it('one paused beyond its lease, another does the work: the fence refuses what the first still wants to write', async () => {
    const place = freshPlace();
    const zombie = program.start('cli.js', COMMAND, place);
    await pauseBetweenUnits(zombie, place.data);
    const frozenBefore = frozenRows(place.data);
    const second = answerOf(await program.start('cli.js', COMMAND, place).ended);
    expect(frozenBefore).toBeLessThan(frozenRows(place.data));
    expect(second.alreadyDone).toBe(false);
    resume(zombie);
    expectFenced(await zombie.ended);
    expect(verdict(place)).toBe(CLEAN);
  }, 120_000);

  it('one paused beyond its lease that wakes while another is in the middle of the work', async () => {
    const place = freshPlace();
    const zombie = program.start('cli.js', COMMAND, place);
    await pauseBetweenUnits(zombie, place.data);
    const frozenBefore = frozenRows(place.data);
    const second = program.start('cli.js', COMMAND, place);
    await until('the second process to go on', () => frozenRows(place.data) > frozenBefore, 60_000, 2);
    resume(zombie);
    const [late, done] = await Promise.all([zombie.ended, second.ended]);
    expectFenced(late);
    expect(answerOf(done).alreadyDone).toBe(false);
    expect(verdict(place)).toBe(CLEAN);
    const [run] = ask<{ fence: number; attempts: number }>(
      place.data,
      `SELECT fence, attempts FROM schedule_run WHERE job = 'dispatch.freeze'`,
    );
    expect(run).toEqual({ fence: 2, attempts: 2 });
  }, 120_000);
});

function expectFenced(ended: { code: number | null; stderr: string }): void {
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/lease of dispatch\.freeze \S+ lost \(fence 1\)/);
}
