import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** How long the program waits for PostgreSQL, and how many connections it holds; without meaning on SQLite. */
export class PostgresSettings {
  /** Connections to PostgreSQL that one process holds at most. */
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(2, { message: '不能小于 2' })
  @Max(200, { message: '不能大于 200' })
  DIAODU_PG_POOL: number = 10;

  /** Milliseconds a deed waits for a connection, new or free, before the user is asked to try again. */
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(100, { message: '不能小于 100' })
  @Max(60_000, { message: '不能大于 60000' })
  DIAODU_PG_WAIT_MS: number = 5_000;

  /** Milliseconds one statement of a person's request may take. */
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(100, { message: '不能小于 100' })
  @Max(60_000, { message: '不能大于 60000' })
  DIAODU_PG_REQUEST_MS: number = 7_000;

  /** Milliseconds one statement of a job or a command may take. */
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(100, { message: '不能小于 100' })
  @Max(3_600_000, { message: '不能大于 3600000' })
  DIAODU_PG_STATEMENT_MS: number = 60_000;

  /** Milliseconds a statement waits for a row or lock that another transaction holds. */
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(100, { message: '不能小于 100' })
  @Max(60_000, { message: '不能大于 60000' })
  DIAODU_PG_LOCK_MS: number = 5_000;

  /** Milliseconds a transaction may stand open without a statement before PostgreSQL ends it and frees its locks. */
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1_000, { message: '不能小于 1000' })
  @Max(600_000, { message: '不能大于 600000' })
  DIAODU_PG_IDLE_MS: number = 30_000;
}
