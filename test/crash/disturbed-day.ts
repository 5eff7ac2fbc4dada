import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/free-port.js';
import type { Bench } from './case.js';
import { checkDigests } from './check-digests.js';
import { checkUploads } from './check-uploads.js';
import { checkMonth } from './checker.js';
import type { Fault } from './cases/server-faults.js';
import { foundCity, type City, type Wants } from './city.js';
import { Crew } from './crew.js';
import { pieceOf, type EvidenceClient } from './evidence-client.js';
import { AS_OF, MONTH } from './kill-trials.js';
import { MonthRun } from './month-run.js';
import type { Program } from './program.js';
import { shiftTo } from './service.js';
import { until } from './tables.js';
import { clerkAt } from './web-office.js';

const TASKS = 3_000;
const DUE_DAY = '2023-12-01';
/** Small units, so that the month has many moments to be disturbed in. */
const SETTINGS = { DIAODU_FREEZE_BATCH: '20', DIAODU_LOG_LEVEL: 'error' };

/** What happens on a due day. */
export interface DayPlan {
  /** One after another from the moment the freeze has begun, or from one before it, while programs start and the month is opened. */
  faults: readonly Fault[];
  /** One after another from the moment mails go out; needs a mail server. */
  whileMailing?: readonly Fault[];
  wants?: Wants;
  program?: Program;
  /** How long the work that is left may take at the end, milliseconds. */
  patienceMs?: number;
}

/** What was seen on it. */
export interface DaySeen {
  /** How processes that ended by themselves did. */
  endings: string[];
  /** Files a clerk was told are kept, sent one after another all day. */
  kept: number;
  /** Mails the server has taken, and how many of them are copies. */
  mails: number;
  copies: number;
}

/** A whole due day of an app and two workers, in which servers and wires fail one after another. */
export async function disturbedDay(bench: Bench, day: number, plan: DayPlan): Promise<DaySeen> {
  const { verdict } = bench;
  const city = await foundCity(bench.folder(), TASKS, plan.wants);
  const program = plan.program ?? bench.program();
  const port = await freePort();
  const crew = new Crew(program, city, shiftTo(`${DUE_DAY}T09:00`), SETTINGS, port);
  const clerk = new BusyClerk(clerkAt(`http://127.0.0.1:${port}`, await firstTask(city)));
  let after: Crew | null = null;
  const happens = async (faults: readonly Fault[]) => {
    for (const fault of faults) {
      bench.history.add({ op: 'fault', trial: day, name: fault.name });
      await fault.happen(city, crew);
      await sleep(200 + bench.random() * 800);
      // What is over leaves no trace with people either; without this a day of many deaths would hear nobody.
      await until(`a clerk to be heard after: ${fault.name}`, clerk.isHeardAgain(), 60_000, 20);
    }
  };
  try {
    await momentToBegin(bench, city);
    await happens(plan.faults);
    if (plan.whileMailing) {
      if (city.mail) city.mail.pauseMs = 150;
      await until('mails to go out', () => (city.mail?.taken.length ?? 0) > 0, 90_000, 10);
      await happens(plan.whileMailing);
    }
    const kept = await clerk.stop();
    await crew.stop();
    for (const { code, signal, stderr } of crew.ended)
      bench.history.add({ op: 'exit', trial: day, process: 0, code, signal, stderr });
    // An hour later: what was being sent when its process died is due again.
    after = new Crew(program, city, shiftTo(`${DUE_DAY}T10:00`), SETTINGS);
    await until('everything to be worked off', async () => (await left(city)).length === 0, plan.patienceMs ?? 150_000, 250).catch(async () =>
      verdict.same('left undone', await left(city), []),
    );
    await after.stop();
    verdict.same('processes that ended by themselves afterwards', after.endings, []);
    await city.lay();
    const taken = city.mail?.taken.map(({ messageId }) => messageId.replace(/^<|>$/g, ''));
    verdict.add(checkMonth(city.data, city.ledgerId, MONTH, AS_OF, DUE_DAY));
    verdict.add(checkDigests(city.data, DUE_DAY, taken));
    checkUploads(bench, city.data, kept);
    verdict.same('hash', await hashIn(city), await new MonthRun(bench, program, await bench.template(TASKS)).hash());
    const mails = taken?.length ?? 0;
    return { endings: crew.endings, kept: kept.length, mails, copies: mails - new Set(taken).size };
  } finally {
    await clerk.stop();
    await crew.stop();
    await after?.stop();
    await city.stop();
  }
} // prettier-ignore

/** As often while programs start and the month is opened as when it is being frozen. */
async function momentToBegin(bench: Bench, city: City): Promise<void> {
  if (bench.random() < 0.5) await sleep(bench.random() * 3_000);
  else await until('the freeze to begin', async () => (await snapshotRows(city)) > 0, 60_000, 20);
}

/** Sends small files one after another, each until it is told that it is kept, as a person does who presses again. */
class BusyClerk {
  private isOver = false;
  private readonly kept: string[] = [];
  private readonly work: Promise<void>;

  constructor(private readonly client: EvidenceClient) {
    this.work = this.send();
  }

  /** Whether another file has been kept since this was asked for. */
  isHeardAgain(): () => boolean {
    const before = this.kept.length;
    return () => this.kept.length > before;
  }

  async stop(): Promise<string[]> {
    this.isOver = true;
    await this.work;
    return this.kept;
  }

  private async send(): Promise<void> {
    for (let n = 0; !this.isOver; n++) {
      const piece = pieceOf(`${n}.pdf`, 2_000);
      for (let isKept = false; !isKept && !this.isOver;) {
        const id = (await this.client.upload(piece))?.id ?? null;
        if (id !== null) this.kept.push(id);
        isKept = id !== null;
        await sleep(40);
      }
    }
  }
}

async function firstTask(city: City): Promise<string> {
  return (await city.ask<{ id: string }>('SELECT id FROM task ORDER BY id LIMIT 1'))[0]?.id ?? '';
}

async function snapshotRows(city: City): Promise<number> {
  return (await city.ask<{ n: number }>('SELECT COUNT(*)::int AS n FROM task_snapshot'))[0]?.n ?? 0;
}

async function hashIn(city: City): Promise<string | undefined> {
  return (
    await city.ask<{ sha: string }>(
      `SELECT snapshot_sha256 AS sha FROM dispatch_round WHERE month = '${MONTH}'`,
    )
  )[0]?.sha;
}

/** What is still to be done: nothing once the month is frozen, the chase and the notices of the day are done and every mail of the day is out. */
async function left(city: City): Promise<string[]> {
  const open = await city.ask<{ what: string }>(
    `SELECT job || ' ' || slot || ' ' || state AS what FROM schedule_run WHERE state NOT IN ('DONE', 'COLLAPSED')
     UNION ALL SELECT 'event ' || topic || ' ' || last_error FROM outbox WHERE state = 'WAITING'
     UNION ALL SELECT 'mail of ' || d.day || ' ' || v.state || ' ' || v.last_error
       FROM delivery v JOIN digest d ON d.id = v.digest_id WHERE v.state <> 'SENT' AND d.day <= '${DUE_DAY}'
     UNION ALL SELECT job FROM (VALUES ('dispatch.freeze'), ('dispatch.chase'), ('dispatch.notices')) AS wanted (job)
      WHERE job NOT IN (SELECT job FROM schedule_run WHERE state = 'DONE')`,
  );
  return open.map(({ what }) => what);
}
