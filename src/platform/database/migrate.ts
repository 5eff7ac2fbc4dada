import type { DataSource } from 'typeorm';
import { unhurried } from './haste.js';
import { seeingAll } from './sight.js';

/** Key of the PostgreSQL advisory lock under which only one process migrates. */
const MIGRATION_LOCK = 715_2023;

/** Runs the migrations that are missing; gives their names, oldest first. Several processes may call it at once. */
export function migrate(dataSource: DataSource): Promise<string[]> {
  return unhurried(() => seeingAll('MIGRATION', () => migrateAlone(dataSource)), 'migration');
}

async function migrateAlone(dataSource: DataSource): Promise<string[]> {
  if (dataSource.options.type !== 'postgres') return namesOf(await dataSource.runMigrations());
  const runner = dataSource.createQueryRunner();
  await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    return namesOf(await dataSource.runMigrations());
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}

/** Statements that would still be needed to make the tables equal to the entities; empty when they agree. */
export async function pendingSchema(dataSource: DataSource): Promise<string[]> {
  const log = await dataSource.driver.createSchemaBuilder().log();
  return log.upQueries.map((query) => query.query);
}

function namesOf(migrations: { name: string }[]): string[] {
  return migrations.map((migration) => migration.name);
}
