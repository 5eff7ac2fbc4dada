import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { copyTemplate, dropDatabase, emptyDatabase, startPostgres } from './postgres.js';

/** A database for one spec file, and how to be rid of it. */
export interface BorrowedDatabase {
  address: string;
  giveBack(): Promise<void>;
}

/**
 * A database with the tables made (`isEmpty`: without), on the one server that all suites of a Jest run share: starting a server for each costs
 * more than most of them take. Where nobody opened its door (see `open-shared-postgres.mjs`), an empty one on a server of
 * its own. A spec that stops the server, holds it up or changes its roles starts one itself (`startPostgres`).
 */
export async function borrowDatabase({ isEmpty = false } = {}): Promise<BorrowedDatabase> {
  const door = process.env['SHARED_POSTGRES_DOOR'];
  if (door === undefined) {
    const server = await startPostgres();
    return { address: await server.createDatabase(), giveBack: () => server.stop() };
  }
  const port = await portBehind(Number(door));
  const address = await (isEmpty ? emptyDatabase(port) : copyTemplate(port));
  return { address, giveBack: () => dropDatabase(address) };
}

/** Whoever asks first waits until the server has started. */
async function portBehind(door: number): Promise<number> {
  const answer = await text(connect(door, '127.0.0.1'));
  const port = Number(answer);
  if (!(port > 0)) throw new Error(`the shared PostgreSQL did not start: ${answer}`);
  return port;
}
