import { startPostgres } from '../test/support/postgres.js';
import { postgresEdition, sqliteEdition, type Edition } from './edition.js';

/** Runs work on an edition whose databases lie below a folder; PostgreSQL is started for it and stopped after. */
export async function withEdition<T>(
  name: Edition['name'],
  root: string,
  work: (edition: Edition) => Promise<T>,
): Promise<T> {
  if (name === 'sqlite') return work(sqliteEdition(root));
  const server = await startPostgres();
  try {
    return await work(postgresEdition(server, root));
  } finally {
    await server.stop();
  }
}
