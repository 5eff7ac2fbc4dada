import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, CrashCase, Told } from '../case.js';
import { checkUploads } from '../check-uploads.js';
import { pieceOf, type EvidenceClient, type UploadAnswer } from '../evidence-client.js';
import { MonthRun } from '../month-run.js';
import { ask, openTables, until } from '../tables.js';
import { letClerkIn, startOffice } from '../web-office.js';

/** The promise to a person: an answer or a 503 within this time. */
const ANSWER_MS = 2_000;
/** The promise to everybody else: the event loop never stands longer. */
const LOOP_MS = 200;
/** Longer than this the program does not wait for a month's sake either. */
const JOB_PATIENCE_MS = 20_000;
const SENDERS = 4;

/**
 * Holds the write lock as a backup tool would, from the given moment on. The driver's own waiting would stop this process,
 * and with it the clock of the answers that are on their way.
 */
async function holdLock(data: string, ms: number): Promise<void> {
  const db = openTables(data, false);
  db.pragma('busy_timeout = 0');
  while (!isLocked(db)) await sleep(1);
  await sleep(ms);
  db.exec('ROLLBACK');
  db.close();
}

function isLocked(db: ReturnType<typeof openTables>): boolean {
  try {
    db.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return false;
    throw error;
  }
}

async function lockMonth(bench: Bench, run: MonthRun, ms: number): Promise<void> {
  const place = run.place();
  const running = run.start(place);
  const begun = () => ask<{ n: number }>(place.data, 'SELECT COUNT(*) AS n FROM schedule_run')[0]?.n !== 0;
  await until('the month to begin', begun, 60_000, 5);
  await Promise.race([holdLock(place.data, ms), running.ended.then(() => sleep(ms))]);
  const { code, stderr } = await running.ended;
  // Beyond its patience the program says so and ends; within it nobody notices.
  const wanted = ms > JOB_PATIENCE_MS ? 1 : 0;
  bench.verdict.holds(`locked ${ms} ms: ends with ${code} ${stderr.slice(0, 200)}`, code === wanted);
  await run.endsWell(place, `a lock of ${ms} ms`);
}

/** What four people who send files one after another were told before, during and after locks. */
interface Heard {
  answers: UploadAnswer[];
  slowest: number;
  loopMs: number;
}

async function lockPeople(bench: Bench, locks: readonly number[]): Promise<Heard> {
  const data = (await bench.template(20)).copy();
  await letClerkIn(data);
  const node = ['--import', './children/watch-loop.mjs'];
  const { service, clerk } = await startOffice(bench.program(), { data, node });
  // The first of each kind of work costs more than all others, and is not what is measured.
  await clerk.upload(pieceOf('first.pdf', 20_000));
  service.child.kill('SIGWINCH');
  let isOver = false;
  const senders = Array.from({ length: SENDERS }, (_, n) => send(clerk, n, () => isOver));
  for (const ms of locks) {
    await sleep(200 + bench.random() * 300);
    await holdLock(data, ms);
  }
  await sleep(300);
  isOver = true;
  const answers = (await Promise.all(senders)).flat();
  service.child.kill('SIGWINCH');
  await until('the loop to be told', () => service.said().includes('loop '), 10_000);
  service.child.kill('SIGTERM');
  await service.ended;
  checkUploads(bench, data, answers.flatMap(({ id }) => (id === null ? [] : [id])));
  const loopMs = Number(/loop (\d+)/.exec(service.said())?.[1] ?? Number.NaN);
  return { answers, slowest: Math.max(...answers.map(({ ms }) => ms)), loopMs };
} // prettier-ignore

async function send(clerk: EvidenceClient, n: number, isOver: () => boolean): Promise<UploadAnswer[]> {
  const answers: UploadAnswer[] = [];
  for (let turn = 0; !isOver(); turn++) {
    const answer = await clerk.upload(pieceOf(`${n}-${turn}.pdf`, 20_000));
    if (answer === null) throw new Error('the connection ended instead of an answer');
    answers.push(answer);
    await sleep(10);
  }
  return answers;
}

function judge({ verdict }: Bench, { answers, slowest, loopMs }: Heard): { kept: number; told: number } {
  const kept = answers.filter(({ status }) => status === 201).length;
  const told = answers.filter(({ status }) => status === 503);
  const others = answers.filter(({ status }) => status !== 201 && status !== 503);
  verdict.same('answers that are neither 201 nor 503', others, []);
  const isWhole = ({ code, retryAfter }: UploadAnswer) => code === 'DATABASE_BUSY' && Number(retryAfter) > 0;
  verdict.same('503 without its reason or Retry-After', told.filter((one) => !isWhole(one)), []);
  verdict.holds(`people were served (${kept}) and, while it was locked, told to come again (${told.length})`, kept > 0 && told.length >= SENDERS);
  verdict.holds(`every answer within ${ANSWER_MS} ms (${Math.round(slowest)})`, slowest <= ANSWER_MS);
  verdict.holds(`the event loop never stood for ${LOOP_MS} ms (${loopMs})`, loopMs <= LOOP_MS);
  return { kept, told: told.length };
} // prettier-ignore

/** C7. */
export const locked: CrashCase = {
  id: 'C7',
  isAlone: true,
  what: 'the database locked by another process for 1, 6 and 30 s, in a month and while four people send files',
  async run(bench: Bench): Promise<Told> {
    const run = new MonthRun(bench, bench.program(), await bench.template(600));
    await run.hash();
    const waits = bench.set === 'quick' ? [1_000, 6_000] : Array.from({ length: 50 }, () => [1_000, 6_000, 30_000]).flat(); // prettier-ignore
    for (const ms of waits) await lockMonth(bench, run, ms);
    const locks = bench.set === 'quick' ? [1_000, 4_000] : waits;
    const heard = await lockPeople(bench, locks);
    const { kept, told } = judge(bench, heard);
    return {
      trials: waits.length + locks.length,
      saw: `nothing lost; ${kept} files kept, ${told} times 503 with Retry-After, every answer ≤ ${Math.round(heard.slowest)} ms; event loop stood ≤ ${heard.loopMs} ms`,
    };
  },
};
