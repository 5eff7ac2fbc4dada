import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noFindings, summaryOf } from './findings.js';
import { History } from './history.js';
import { killTrials } from './kill-trials.js';
import { makeTemplate, type Template } from './make-data.js';
import { copyProgram, type Program } from './program.js';

/** A fixed seed, so that a run that fails fails again; the long run (`npm run test:crash`) draws its own and prints it. */
const SEED = 20_231_130;
const KILLS = 60;

describe('a month of 10,000 tasks under kill -9', () => {
  let program: Program;
  let template: Template;
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-history-'));

  beforeAll(async () => {
    program = copyProgram();
    template = await makeTemplate(10_000);
  }, 60_000);
  afterAll(() => {
    program.remove();
    template.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`loses and doubles nothing in ${KILLS} kills at random moments`, async () => {
    const history = new History(join(folder, 'history.jsonl'));
    const report = await killTrials(program, template, { kills: KILLS, seed: SEED, batch: 250 }, history);
    expect(summaryOf(report.found)).toBe(summaryOf(noFindings()));
    expect(report.kills).toBe(KILLS);
    // A kill that always fell before the work or after it would prove nothing.
    expect(report.resumed).toBeGreaterThan(KILLS / 3);
    expect(report.slowestEndMs).toBeLessThan(30_000);
  }, 600_000);
});
