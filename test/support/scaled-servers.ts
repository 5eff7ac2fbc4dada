import { debianPostgresBin, startDebianPostgres, type DebianPostgres } from './debian-postgres.js';
import { redisServer, type RedisServer } from './redis.js';

/** A PostgreSQL and a Redis server, and a database whose owner is an ordinary role, as the scaled-out edition is installed. */
export interface ScaledServers {
  postgres: DebianPostgres;
  redis: RedisServer;
  /** Address of the database for the program. */
  address: string;
  /** Its address for a checker, whom row-level security does not bind. */
  above: string;
  stop(): Promise<void>;
}

/** Starts both on free ports; refuses a machine without Debian's PostgreSQL. */
export async function startScaledServers(): Promise<ScaledServers> {
  const bin = debianPostgresBin();
  if (bin === null) throw new Error('the edition on PostgreSQL needs Debian’s package postgresql here');
  const postgres = await startDebianPostgres(bin);
  const redis = await redisServer();
  await redis.start();
  return {
    postgres,
    redis,
    address: await postgres.createDatabase('diaodu', 'diaodu'),
    above: `postgres://postgres@127.0.0.1:${postgres.port}/diaodu`,
    async stop() {
      await redis.stop();
      postgres.stop();
    },
  };
}
