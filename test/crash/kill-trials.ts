import { rmSync } from 'node:fs';
import { checkMonth } from './checker.js';
import { summaryOf, together, type Findings } from './findings.js';
import type { History, MonthAnswer } from './history.js';
import type { Template } from './make-data.js';
import type { Ended, Place, Program, Running } from './program.js';
import { seededRandom } from './seeded-random.js';
import { ask, until } from './tables.js';

/** What to do how often. */
export interface KillPlan {
  kills: number;
  seed: number;
  /** Rows per unit of work; smaller units give more moments between which a kill can fall. */
  batch: number;
}

/** What came of it. */
export interface KillReport {
  kills: number;
  /** Kills that fell while the freeze had begun and was not done. */
  midFreeze: number;
  /** Of those, kills after at least one batch was on disk: the next process had to go on from there. */
  resumed: number;
  trials: number;
  /** Longest time from the last start of a trial to its answer, milliseconds. */
  slowestEndMs: number;
  sha256: string;
  found: Findings;
}

export const MONTH = '2023-11';
export const AS_OF = '2023-11-30';
/** Freezes that month at the command line. */
export const MONTH_COMMAND = ['--json', 'dispatch', 'run', '--month', MONTH];

/** Shift that makes now 2023-12-01 09:00 in Shanghai, a Friday and a working day. */
export function firstOfDecember(): number {
  return Date.UTC(2023, 11, 1, 1, 0) - Date.now();
}

/** One undisturbed run: its hash, and how long start and work took. */
export interface Undisturbed {
  sha256: string;
  startMs: number;
  workMs: number;
}

/** Runs the month once in peace. */
export async function runUndisturbed(
  program: Program,
  data: string,
  settings: Record<string, string> = {},
): Promise<Undisturbed> {
  const shiftMs = firstOfDecember();
  const begun = Date.now() + shiftMs;
  const ended = await program.start('cli.js', MONTH_COMMAND, { data, shiftMs, settings }).ended;
  const [row] = ask<{ first: number; last: number }>(
    data,
    'SELECT MIN(started_at) AS first, MAX(finished_at) AS last FROM schedule_run',
  );
  const { first, last } = row ?? { first: 0, last: 0 };
  return { sha256: answerOf(ended).snapshotSha256, startMs: first - begun, workMs: last - first };
}

/** The answer of a run that went well; throws with what it said when it did not. */
export function answerOf(ended: Ended): MonthAnswer {
  if (ended.code !== 0) throw new Error(`the run ended with ${ended.code ?? ended.signal}: ${ended.stderr}`);
  const { snapshotSha256, alreadyDone, flags, reminders, lights } = JSON.parse(ended.stdout) as MonthAnswer;
  return { snapshotSha256, alreadyDone, flags, reminders, lights };
}

/**
 * Kills runs with SIGKILL at random moments: four in five spread evenly over the work that is still to be done (counted
 * from the claim, so that a slow start of the process does not swallow them), one in five over the start as well. Starts
 * again until the month is done, judges the database, and begins anew on a fresh copy until enough kills are made.
 */
export async function killTrials(
  program: Program,
  template: Template,
  plan: KillPlan,
  history: History,
): Promise<KillReport> {
  const random = seededRandom(plan.seed);
  const settings = { DIAODU_FREEZE_BATCH: String(plan.batch) };
  const peace = template.copy();
  const calm = await runUndisturbed(program, peace, settings);
  const findings = [checkMonth(peace, template.ledgerId, MONTH, AS_OF)];
  const [{ rows } = { rows: 1 }] = ask<{ rows: number }>(peace, 'SELECT COUNT(*) AS rows FROM task_snapshot');
  rmSync(peace, { recursive: true });
  const report = { kills: 0, midFreeze: 0, resumed: 0, trials: 0, slowestEndMs: 0, sha256: calm.sha256 };
  const strike = strikesOf(random, calm, rows);
  while (report.kills < plan.kills) {
    report.trials += 1;
    const data = template.copy();
    const answers = await untilDone({
      program,
      place: { data, shiftMs: firstOfDecember(), settings },
      strike: (soFar) => (soFar < KILLS_PER_TRIAL && report.kills < plan.kills ? strike(data) : null),
      // The machine has become faster than it was in the undisturbed run.
      survived: () => void (calm.workMs *= 0.7),
      report,
      history,
    });
    const found = together([
      checkMonth(data, template.ledgerId, MONTH, AS_OF),
      checkAnswers(answers, calm.sha256, template.overdue),
    ]);
    history.add({ op: 'checked', trial: report.trials, found: summaryOf(found) });
    findings.push(found);
    rmSync(data, { recursive: true });
  }
  return { ...report, found: together(findings) };
}

/** More kills than this are not spent on one copy: the rest of its run would be too short to hit. */
const KILLS_PER_TRIAL = 6;

/** When to kill: so long after the start of the process, or after its claim. */
interface Strike {
  after: 'start' | 'claim';
  ms: number;
}

function strikesOf(random: () => number, calm: Undisturbed, rows: number): (data: string) => Strike {
  return (data) => {
    const [{ done } = { done: 0 }] = ask<{ done: number }>(
      data,
      'SELECT COUNT(*) AS done FROM task_snapshot',
    );
    const work = calm.workMs * (1 - done / rows);
    return random() < 0.2
      ? { after: 'start', ms: random() * (calm.startMs + work) }
      : { after: 'claim', ms: random() * work };
  };
}

interface Trial {
  program: Program;
  place: Place;
  strike: (soFar: number) => Strike | null;
  /** The process was faster than the blow. */
  survived: () => void;
  report: Omit<KillReport, 'found'>;
  history: History;
}

/** Starts, kills and starts again until a process lives to answer; then asks once more. Gives all answers. */
async function untilDone({
  program,
  place,
  strike,
  survived,
  report,
  history,
}: Trial): Promise<MonthAnswer[]> {
  const trial = report.trials;
  const answers: MonthAnswer[] = [];
  for (let process = 1; answers.length < 2; process++) {
    const blow = answers.length === 0 ? strike(process - 1) : null;
    const begun = Date.now();
    const before = claims(place.data);
    const running = program.start('cli.js', MONTH_COMMAND, place);
    history.add({ op: 'start', trial, process, ...blow });
    const ended = await (blow ? struck(running, place.data, blow, before) : running.ended);
    if (ended.signal !== 'SIGKILL' && blow) survived();
    if (ended.signal === 'SIGKILL') {
      history.add({ op: 'kill', trial, process, state: countKill(place.data, report) });
      continue;
    }
    const { code, signal, stderr } = ended;
    history.add({ op: 'exit', trial, process, code, signal, stderr });
    const answer = answerOf(ended);
    history.add({ op: 'answer', trial, process, answer });
    answers.push(answer);
    report.slowestEndMs = Math.max(report.slowestEndMs, Date.now() - begun);
  }
  return answers;
}

/** Waits for the moment of the blow and kills, unless the process is faster. */
async function struck(running: Running, data: string, blow: Strike, before: number): Promise<Ended> {
  let over = false;
  void running.ended.then(() => (over = true));
  if (blow.after === 'claim')
    await until('the run to be claimed', () => over || claims(data) > before, 60_000, 5);
  const timer = setTimeout(() => running.child.kill('SIGKILL'), blow.ms);
  const ended = await running.ended;
  clearTimeout(timer);
  return ended;
}

/** How often any slot has been claimed so far. */
function claims(data: string): number {
  const [row] = ask<{ n: number | null }>(data, 'SELECT SUM(attempts) AS n FROM schedule_run');
  return row?.n ?? 0;
}

function countKill(data: string, report: Omit<KillReport, 'found'>): string {
  report.kills += 1;
  const [run] = ask<{ state: string; shards: number; tasks: number }>(
    data,
    `SELECT state, (SELECT COUNT(*) FROM task_snapshot WHERE department_code = '') AS tasks,
            (SELECT COUNT(*) FROM schedule_run WHERE job = 'dispatch.freeze-shard' AND state = 'DONE') AS shards
       FROM schedule_run WHERE job = 'dispatch.freeze'`,
  );
  if (run?.state === 'RUNNING') report.midFreeze += 1;
  if (run?.state === 'RUNNING' && run.tasks > 0) report.resumed += 1;
  return run ? `${run.state}, ${run.tasks} tasks frozen, ${run.shards} shards done` : 'not begun';
}

/** Every answer tells the same month; only the process that finished it may say it raised anything. */
function checkAnswers(answers: readonly MonthAnswer[], sha256: string, overdue: number): Findings {
  const faults = answers
    .filter((answer) => answer.snapshotSha256 !== sha256)
    .map((answer) => `answered ${answer.snapshotSha256}, undisturbed ${sha256}`);
  const doers = answers.filter((answer) => !answer.alreadyDone);
  if (doers.some((answer) => answer.flags.raised !== overdue))
    faults.push('answered with a wrong number of flags');
  if (answers.at(-1)?.alreadyDone !== true) faults.push('a second run did not say that all was done');
  const doubled = doers.length > 1 ? [`${doers.length} processes say they froze the month`] : [];
  return { lost: [], doubled, invented: [], faults };
}
