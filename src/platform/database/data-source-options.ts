import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { DataSourceOptions, EntitySchema, MixedList } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { PatientClient, type Patience } from './patient-client.js';
import { SnakeNaming } from './snake-naming.js';
import { BUSY_TIMEOUT_MS, preparePragmas } from './sqlite-pragmas.js';
import { refuseUnfinishedRestore } from './unfinished-restore.js';

/** Entities and migrations, listed by the app; the platform knows none of them. */
export interface Persistence {
  entities: MixedList<string | (new () => object) | EntitySchema>;
  migrations: MixedList<string | (new () => object)>;
}

// int8 comes as text from the driver; our instants and counters stay below 2^53.
pg.types.setTypeParser(20, Number);

/** Options of the connection that writes: one for all of the process on SQLite, a pool on PostgreSQL. */
export function writerOptions(settings: Settings, persistence: Persistence): DataSourceOptions {
  return {
    ...common(persistence),
    ...(settings.DIAODU_DATABASE === 'postgres' ? postgres(settings) : sqlite(settings)),
  };
}

/** Options of the connection that only reads committed rows; PostgreSQL needs none of its own. */
export function readerOptions(settings: Settings, persistence: Persistence): DataSourceOptions {
  return { ...common(persistence), ...sqlite(settings, true) };
}

/** Path of the SQLite file. */
export function sqliteFile(settings: Settings): string {
  return join(settings.DIAODU_DATA_DIR, 'diaodu.sqlite');
}

function common(persistence: Persistence) {
  return {
    entities: persistence.entities,
    migrations: persistence.migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each' as const,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false as const,
  };
}

function sqlite(settings: Settings, readonly = false) {
  mkdirSync(settings.DIAODU_DATA_DIR, { recursive: true });
  refuseUnfinishedRestore(settings.DIAODU_DATA_DIR);
  return {
    type: 'better-sqlite3' as const,
    driver: Database,
    database: sqliteFile(settings),
    readonly,
    fileMustExist: readonly,
    timeout: BUSY_TIMEOUT_MS,
    statementCacheSize: 300,
    prepareDatabase: (db: Database.Database) => preparePragmas(db, readonly),
  };
}

function postgres(settings: Settings) {
  return {
    type: 'postgres' as const,
    url: settings.DATABASE_URL,
    poolSize: settings.DIAODU_PG_POOL,
    extra: {
      Client: PatientClient,
      patience: patienceOf(settings),
      connectionTimeoutMillis: settings.DIAODU_PG_WAIT_MS,
      lock_timeout: settings.DIAODU_PG_LOCK_MS,
      idle_in_transaction_session_timeout: settings.DIAODU_PG_IDLE_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    },
  };
}

function patienceOf(settings: Settings): Patience {
  return { request: settings.DIAODU_PG_REQUEST_MS, job: settings.DIAODU_PG_STATEMENT_MS };
}
