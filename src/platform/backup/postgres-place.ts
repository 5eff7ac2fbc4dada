import pg from 'pg';
import type { Settings } from '../config/settings.js';

/** A PostgreSQL database, and the folder of PostgreSQL's own programs where it is not on the PATH. */
export interface PostgresPlace {
  url: string;
  bin?: string;
}

/** Rows of every jurisdiction and department are meant, and nobody hurries a backup. Row-level security reads the first two. */
const ALL_ROWS = [
  '-c diaodu.jurisdiction=/',
  '-c diaodu.department=',
  '-c statement_timeout=0',
  '-c idle_in_transaction_session_timeout=0',
].join(' ');

/** Parts of an address that libpq takes as variables of their own. */
const PARAMETERS: Record<string, string> = {
  host: 'PGHOST',
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
};

/** The PostgreSQL of the settings, or null on the embedded edition. */
export function postgresOf(settings: Settings): PostgresPlace | null {
  if (settings.DIAODU_DATABASE !== 'postgres') return null;
  return { url: settings.DATABASE_URL ?? '', bin: settings.DIAODU_PG_BIN };
}

/** The same server with another database. */
export function withDatabase(place: PostgresPlace, database: string): PostgresPlace {
  const url = new URL(place.url);
  url.pathname = `/${database}`;
  return { ...place, url: url.href };
}

/** Variables by which PostgreSQL's programs find the database: never as arguments, which every user of the machine can read. */
export function toolEnvironment({ url }: PostgresPlace): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const variables: Record<string, string> = {
    PGHOST: decodeURIComponent(hostname),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGOPTIONS: ALL_ROWS,
    LC_ALL: 'C.UTF-8',
  };
  for (const [name, variable] of Object.entries(PARAMETERS)) {
    const value = searchParams.get(name);
    if (value !== null) variables[variable] = value;
  }
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}

/** Asks a database on a connection of its own, which sees every row, and closes it. */
export async function withClient<T>(
  { url }: PostgresPlace,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: ALL_ROWS });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
