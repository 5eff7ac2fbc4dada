import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { City } from '../city.js';
import type { Crew } from '../crew.js';

/** Something that happens to a city on its due day and is over when the promise is. */
export interface Fault {
  name: string;
  happen(city: City, crew: Crew): Promise<void>;
}

/** C9: what can become of Redis, and the death of a worker beside it. */
export function redisFaults(random: () => number): readonly Fault[] {
  return [
    {
      name: 'redis killed and started',
      async happen({ redis }) {
        await redis.kill();
        await sleep(500 + random() * 2_000);
        await redis.start();
      },
    },
    {
      name: 'redis paused',
      async happen({ redis }) {
        redis.pause();
        await sleep(2_000 + random() * 3_000);
        redis.resume();
      },
    },
    { name: 'redis emptied', happen: async ({ redis }) => void (await redis.ask('FLUSHALL')) },
    {
      name: 'redis begun anew with nothing in it',
      async happen({ redis }) {
        await redis.kill();
        await redis.start('--appenddirname', `fresh-${Math.floor(random() * 1e9)}`);
      },
    },
    {
      name: 'redis out of memory',
      async happen({ redis }) {
        await redis.ask('CONFIG', 'SET', 'maxmemory', '1');
        await sleep(1_500);
        await redis.ask('CONFIG', 'SET', 'maxmemory', '0');
      },
    },
    killOf(1 + Math.floor(random() * 2)),
  ];
}

type Wire = keyof City['wires'];

/** A wire that passes nothing, or resets whoever comes, for a while. */
function weather(wire: Wire, kind: 'silent' | 'refuse', ms: number): Fault {
  return {
    name: `${wire} ${kind}`,
    async happen({ wires }) {
      wires[wire]?.turn(kind);
      await sleep(ms);
      wires[wire]?.turn('open');
      // Links that were silent stay half-open at their servers until they are torn, as after a cable was pulled.
      wires[wire]?.resetAll();
    },
  };
}

/** A wire that passes nothing of one side for a while. */
function oneWay(wire: Wire, from: 'client' | 'server', ms: number): Fault {
  return {
    name: `${wire}: nothing from the ${from}`,
    async happen({ wires }) {
      wires[wire]?.judgeBy((passing) => (passing.from === from ? 'drop' : 'pass'));
      await sleep(ms);
      wires[wire]?.judgeBy();
      wires[wire]?.resetAll();
    },
  };
}

/** C10: what can become of the network between the program and its servers. */
export function networkFaults(random: () => number): readonly Fault[] {
  const about = (ms: number) => ms + random() * ms;
  return [
    weather('postgres', 'silent', about(1_500)),
    weather('postgres', 'refuse', about(800)),
    weather('redis', 'silent', about(2_000)),
    weather('redis', 'refuse', about(800)),
    oneWay('postgres', 'server', about(1_000)),
    oneWay('redis', 'client', about(1_000)),
  ];
}

/** C10: what can become of the wire to the mail server while mails go out. */
export function mailFaults(random: () => number): readonly Fault[] {
  const about = (ms: number) => ms + random() * ms;
  // What the server says last is lost: it has the mail, and its sender does not know.
  return [
    oneWay('mail', 'server', about(500)),
    weather('mail', 'refuse', about(200)),
    oneWay('mail', 'client', about(500)),
    weather('mail', 'silent', about(500)),
  ];
}

/** C11: what can become of PostgreSQL. */
export function postgresFaults(random: () => number): readonly Fault[] {
  return [
    {
      name: 'PostgreSQL stopped at once and started',
      async happen({ postgres }) {
        postgres.crash();
        await sleep(500 + random() * 1_500);
        postgres.start();
      },
    },
    {
      name: 'a backend killed −9',
      async happen({ ask }) {
        const backends = await ask<{ pid: number }>(
          `SELECT pid FROM pg_stat_activity WHERE usename = 'diaodu' ORDER BY state`,
        );
        const victim = backends[Math.floor(random() * backends.length)];
        if (victim) process.kill(victim.pid, 'SIGKILL');
        // The server ends all sessions, recovers and takes new ones.
        await sleep(1_000);
      },
    },
    {
      name: 'all sessions ended by the server',
      async happen({ ask }) {
        await ask(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'diaodu'`);
      },
    },
    { name: 'no connection left', happen: ({ postgres }) => crowded(postgres.port) },
    killOf(Math.floor(random() * 3)),
  ];
}

/** C11: the server is lost for good, and another takes its place. */
export function failOver(random: () => number): Fault {
  return { name: 'failover', happen: (city) => city.failOver(300 + random() * 2_000) };
}

/** C11p: every process of every server and of the program killed −9 in one moment, then all started again. */
export function allAtOnce(random: () => number): Fault {
  return {
    name: 'everything killed −9 at once',
    async happen({ postgres, redis }, crew) {
      postgres.kill();
      for (const n of [0, 1, 2]) crew.kill(n);
      await redis.kill();
      await sleep(200 + random() * 800);
      postgres.start();
      await redis.start();
      // Until the program works again, so that the next blow does not fall on a heap of processes that only start.
      await sleep(2_500 + random() * 2_500);
    },
  };
}

function killOf(n: number): Fault {
  return {
    name: `kill −9 of process ${n}`,
    happen(_city, crew) {
      crew.kill(n);
      return Promise.resolve();
    },
  };
}

/** Ends the sessions of the program and takes every place before it can, for two seconds. */
async function crowded(port: number): Promise<void> {
  const taken: Client[] = [];
  const address = `postgres://diaodu@127.0.0.1:${port}/diaodu`;
  for (let isFull = false; !isFull && taken.length < 200;) {
    const client = new Client({ connectionString: address });
    client.on('error', () => undefined);
    await client.connect().then(
      () => taken.push(client),
      () => (isFull = true),
    );
  }
  await sleep(2_000);
  for (const client of taken) await client.end();
}
