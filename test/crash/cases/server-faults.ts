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

/** C10: what can become of the network between the program and its servers. */
export function networkFaults(random: () => number): readonly Fault[] {
  const on = (wire: 'postgres' | 'redis', weather: 'silent' | 'refuse', ms: number): Fault => ({
    name: `${wire} ${weather}`,
    async happen({ wires }) {
      wires[wire].turn(weather);
      await sleep(ms + random() * ms);
      wires[wire].turn('open');
      // Links that were silent stay half-open at their servers until they are torn, as after a cable was pulled.
      wires[wire].resetAll();
    },
  });
  const oneWay = (wire: 'postgres' | 'redis', from: 'client' | 'server'): Fault => ({
    name: `${wire}: nothing from the ${from}`,
    async happen({ wires }) {
      wires[wire].judgeBy((passing) => (passing.from === from ? 'drop' : 'pass'));
      await sleep(1_000 + random() * 1_500);
      wires[wire].judgeBy();
      wires[wire].resetAll();
    },
  });
  return [
    on('postgres', 'silent', 1_500),
    on('postgres', 'refuse', 800),
    on('redis', 'silent', 2_000),
    on('redis', 'refuse', 800),
    oneWay('postgres', 'server'),
    oneWay('redis', 'client'),
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
