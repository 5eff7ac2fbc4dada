import { setTimeout as sleep } from 'node:timers/promises';
import type { Day } from '../../src/domain/calendar/day.js';
import { LoadClient } from './load-client.js';
import type { LoadHistory } from './load-history.js';
import { LoadUser, type Pace } from './load-user.js';
import { MONTH, type Office } from './make-office.js';

/** What a scene is played with. */
export interface Stage {
  office: Office;
  /** One address per process that answers; people are spread over them. */
  bases: readonly string[];
  history: LoadHistory;
  pace: Pace;
  random: () => number;
  minutes: number;
}

/** What came of a scene beside its history. */
export interface Played {
  faults: string[];
  /** Reports that were refused with a sentence, because their month was being frozen. */
  tooLate: number;
}

export interface Scene {
  what: string;
  /** The day it is played on; a month can be frozen on its last day only. */
  day: Day;
  play(stage: Stage): Promise<Played>;
}

/** All press within this time, as the specification of the load says. */
const RUSH_MS = 60_000;
/** When in the rush the office freezes the month: most have pressed, some come too late. */
const FREEZE_AT_MS = 50_000;
const REFRESH_MS = 5_000;

/** The scenes of the last day of the month. */
export const SCENES: Readonly<Record<string, Scene>> = {
  L1: { what: 'the last hour for reports', day: '2023-11-24', play: playHour },
  L2: { what: 'all 410 officers press submit within a minute', day: '2023-11-24', play: (stage) => playRush(stage, () => []) },
  L3: {
    what: 'L2, the month frozen, 41 exports and 20 leaders at the board meanwhile',
    day: '2023-11-30',
    play: (stage) => playRush(stage, beside),
  },
}; // prettier-ignore

async function playHour(stage: Stage): Promise<Played> {
  const span = stage.minutes * 60_000;
  const between = (least: number, most: number) => least + stage.random() * (most - least);
  return together(
    people(stage).map(async (user) => {
      // A person's hour takes a few minutes; half of the office begins as late as that allows.
      await sleep(stage.random() < 0.5 ? between(0, span * 0.7) : between(span * 0.7, span * 0.87));
      await user.work();
      return 0;
    }),
  );
}

async function playRush(stage: Stage, others: (stage: Stage) => Promise<number>[]): Promise<Played> {
  const users = people(stage);
  const before = await together(
    users.map(async (user) => {
      await sleep(stage.random() * stage.minutes * 40_000);
      await user.writeAll();
      return 0;
    }),
  );
  const rush = await together([
    ...others(stage),
    ...users.map(async (user) => {
      await sleep(stage.random() * RUSH_MS);
      return user.submitAll();
    }),
  ]);
  return { faults: [...before.faults, ...rush.faults], tooLate: rush.tooLate };
}

/** The clerk's freeze, an export by one officer of each department, and leaders who look again every five seconds. */
function beside({ office, bases, history, random }: Stage): Promise<number>[] {
  const clientOf = (n: number, username: string) =>
    new LoadClient(bases[n % bases.length] ?? '', history, username);
  const freeze = async () => {
    const client = clientOf(0, office.clerk.username);
    await client.signIn(office.clerk.password);
    const [ledger] = (
      (await client.json('list', 'ledgers', 'GET', 'ledgers')) as { items: { code: string }[] }
    ).items;
    await sleep(FREEZE_AT_MS);
    await client.json('month', MONTH, 'POST', 'rounds/freeze', { ledger: ledger?.code, month: MONTH });
    return 0;
  };
  const exporting = office.officers.filter((_, n) => n % 10 === 0).map(async ({ username, password }, n) => {
    const client = clientOf(n, username);
    await client.signIn(password);
    await sleep(random() * RUSH_MS);
    await client.json('export', username, 'GET', 'task-board/export');
    return 0;
  }); // prettier-ignore
  const leading = office.leaders.map(async ({ username, password }, n) => {
    const client = clientOf(n, username);
    await client.signIn(password);
    for (let looked = 0; looked < RUSH_MS; looked += REFRESH_MS) {
      await client.json('dashboard', username, 'GET', 'workbench');
      await client.json('dashboard', username, 'GET', 'task-board?limit=50');
      await sleep(REFRESH_MS);
    }
    return 0;
  });
  return [freeze(), ...exporting, ...leading];
}

function people({ office, bases, history, pace }: Stage): LoadUser[] {
  return office.officers.map(
    (officer, n) => new LoadUser(bases[n % bases.length] ?? '', officer, history, pace),
  );
}

async function together(deeds: readonly Promise<number>[]): Promise<Played> {
  const faults: string[] = [];
  const late = await Promise.all(
    deeds.map((deed) =>
      deed.catch((error: Error) => {
        faults.push(error.message);
        return 0;
      }),
    ),
  );
  return { faults, tooLate: late.reduce((sum, n) => sum + n, 0) };
}
