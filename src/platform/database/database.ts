import type { DataSource, EntityManager } from 'typeorm';
import { assertPostgresVersion } from './postgres-version.js';
import { sqlForPostgres } from './placeholders.js';
import { sqliteConnection, type UnitOfWork } from './unit-of-work.js';
import { assertPragmas } from './sqlite-pragmas.js';

/** What a raw statement gave back. */
export interface SqlResult<Row> {
  rows: Row[];
  /** Rows changed by a write. */
  affected: number;
}

/**
 * The one way stores reach their tables. `reader` sees committed rows only (inside a unit: the unit's own rows),
 * `writer` exists only inside a unit of work.
 */
export class Database {
  constructor(
    readonly unitOfWork: UnitOfWork,
    private readonly writing: DataSource,
    private readonly reading: DataSource,
  ) {}

  /** True on PostgreSQL, for the few statements the two databases cannot share. */
  get isPostgres(): boolean {
    return this.writing.options.type === 'postgres';
  }

  /** Manager for questions. */
  get reader(): EntityManager {
    return this.unitOfWork.current()?.manager ?? this.reading.manager;
  }

  /** Manager for changes; a fault outside a unit of work. */
  get writer(): EntityManager {
    return this.unitOfWork.required().manager;
  }

  /** Runs one change with `?` placeholders inside the open unit. */
  async write<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<SqlResult<Row>> {
    return this.execute<Row>(this.writer, sql, values);
  }

  /**
   * Runs one change once per row of values inside the open unit; gives how many rows it changed. SQLite only, where a
   * prepared statement costs less than a long one with many rows and the layers above the driver cost more than both.
   */
  writeEach(sql: string, rows: readonly (readonly unknown[])[]): number {
    this.unitOfWork.required();
    const statement = sqliteConnection(this.writing).prepare(sql);
    let affected = 0;
    for (const values of rows) affected += statement.run(values).changes;
    return affected;
  }

  /** Runs one question with `?` placeholders. */
  async read<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.execute<Row>(this.reader, sql, values)).rows;
  }

  /**
   * Refuses the start when the database does not keep what is promised. Asked on every start, not only on new files.
   * PostgreSQL must not answer a COMMIT before it is on the disk.
   * PostgreSQL must compare text by bytes (C or C.UTF-8), or reading order and with it the hash of a month would differ
   * from installation to installation.
   */
  async assertDurable(): Promise<void> {
    if (!this.isPostgres) return assertPragmas(sqliteConnection(this.writing));
    const rows = await this.read<{ ok: boolean; version: number; commit: string }>(
      `SELECT ('B' < 'a') AND ('Z' < '_') AND ('0.2' < '00') AS ok,
              current_setting('server_version_num')::integer AS version,
              current_setting('synchronous_commit') AS commit`,
    );
    assertPostgresVersion(rows[0]?.version ?? 0);
    if (!rows[0]?.ok) {
      throw new Error('数据库的排序规则须为 C 或 C.UTF-8，服务未启动；请以 LC_COLLATE=C.UTF-8 重建数据库。');
    }
    if (rows[0].commit === 'off') {
      throw new Error(
        'PostgreSQL 的 synchronous_commit 为 off，断电会丢失已经答复保存成功的数据，服务未启动；请改为 on。',
      );
    }
  }

  /** True on a PostgreSQL server that was told not to sync what it writes, so that a power cut can spoil all of it. */
  async isUnsynced(): Promise<boolean> {
    if (!this.isPostgres) return false;
    const rows = await this.read<{ unsynced: boolean }>(
      `SELECT 'off' IN (current_setting('fsync'), current_setting('full_page_writes')) AS unsynced`,
    );
    return rows[0]?.unsynced === true;
  }

  /**
   * True on PostgreSQL when the role of the connection is past row-level security, so that the second wall does not stand:
   * a superuser, or one with BYPASSRLS.
   */
  async isPastTheWall(): Promise<boolean> {
    if (!this.isPostgres) return false;
    const rows = await this.read<{ past: boolean }>(
      'SELECT rolsuper OR rolbypassrls AS past FROM pg_roles WHERE rolname = current_user',
    );
    return rows[0]?.past === true;
  }

  /** The data source that writes; for migrations and checks of the schema only. */
  get source(): DataSource {
    return this.writing;
  }

  /** Closes both connections once the last unit is on disk; a unit whose connection vanished would look like a fault. */
  async close(): Promise<void> {
    await this.unitOfWork.close();
    if (this.reading !== this.writing && this.reading.isInitialized) await this.reading.destroy();
    if (this.writing.isInitialized) await this.writing.destroy();
  }

  private async execute<Row>(
    manager: EntityManager,
    sql: string,
    values: unknown[],
  ): Promise<SqlResult<Row>> {
    const statement = this.isPostgres ? sqlForPostgres(sql) : sql;
    const runner = manager.queryRunner;
    const result = runner
      ? await runner.query(statement, values, true)
      : await this.oneShot(manager, statement, values);
    return { rows: (result.records ?? []) as Row[], affected: result.affected ?? 0 };
  }

  private async oneShot(manager: EntityManager, statement: string, values: unknown[]) {
    const runner = manager.dataSource.createQueryRunner();
    try {
      return await runner.query(statement, values, true);
    } finally {
      if (this.isPostgres) await runner.release();
    }
  }
}
