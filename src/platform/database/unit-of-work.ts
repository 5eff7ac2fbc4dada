import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Semaphore, type SemaphoreInterface } from 'async-mutex';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { DomainError } from '../../domain/refusal.js';
import { atMost } from '../stop/at-most.js';
import type { FailStop } from './fail-stop.js';
import { BUSY_TIMEOUT_MS } from './sqlite-pragmas.js';
import { databaseBusy, isConnectionLoss, isUndone, outcomeUnknown } from './database-refusals.js';
import { isBusy, isStorageError } from './storage-error.js';

/** One open transaction and what is to happen just before and right after its commit. */
export interface Unit {
  readonly manager: EntityManager;
  /** Runs inside the transaction, last; the audit chain is appended here. */
  readonly beforeCommit: Map<string, () => Promise<void>>;
  /** Runs once the rows are on disk; must not throw. */
  readonly afterCommit: (() => void)[];
}

/** How long a unit waits for another process's write lock before the user is asked to try again. */
const LOCK_PATIENCE_MS = 20_000;
const RETRY_PAUSE_MS = 15;
/** How often a unit is done in all when PostgreSQL undoes it because of a deadlock or a conflict. */
const MAX_TRIES = 4;
/** How long a stopping process waits for its last units; none should come near it. */
const CLOSING_PATIENCE_MS = 5_000;

/**
 * The only door for writes. TypeORM has one connection for the whole process on SQLite, so overlapping transactions
 * become savepoints of each other and acknowledged rows vanish with somebody else's rollback; units are therefore
 * run one at a time there. On PostgreSQL as many run at once as there are places. A unit opened inside another joins it.
 */
export class UnitOfWork {
  private readonly units = new AsyncLocalStorage<Unit>();
  private tail: Promise<unknown> = Promise.resolve();
  private readonly open = new Set<Promise<unknown>>();
  private closing = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly failStop: FailStop,
    private readonly lockPatienceMs = LOCK_PATIENCE_MS,
    private readonly places: SemaphoreInterface = new Semaphore(1),
  ) {}

  /** The open unit of the running deed, if there is one. */
  current(): Unit | undefined {
    return this.units.getStore();
  }

  /** The open unit; a fault when a write is tried outside of one. */
  required(): Unit {
    const unit = this.current();
    if (!unit) throw new Error('write outside a unit of work');
    return unit;
  }

  /**
   * Runs a deed in one transaction: all of it is on disk when the promise resolves, none of it when it rejects.
   * The deed holds nothing slow: no network, no files, no timers.
   */
  async run<T>(deed: () => Promise<T>): Promise<T> {
    if (this.current()) return deed();
    if (this.closing) throw shuttingDown();
    const work = this.isSqlite
      ? this.queued(() => this.transact(deed))
      : this.places.runExclusive(() => this.persist(deed));
    this.open.add(work);
    try {
      return await work;
    } finally {
      this.open.delete(work);
    }
  }

  /** Units that are under way or wait for their turn. */
  get pending(): number {
    return this.open.size;
  }

  /** Begins no unit any more and waits, a few seconds at most, for those that are under way or in the queue. */
  async close(): Promise<void> {
    this.closing = true;
    await atMost(CLOSING_PATIENCE_MS, Promise.allSettled(this.open));
  }

  private get isSqlite(): boolean {
    return this.dataSource.options.type === 'better-sqlite3';
  }

  private queued<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tail.then(work);
    this.tail = result.catch(() => undefined);
    return result;
  }

  /** What PostgreSQL undid is undone wholly, so the deed may be done again; a few times, with growing pauses that differ. */
  private async persist<T>(deed: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.transact(deed);
      } catch (error) {
        if (!isUndone(error)) throw error;
        if (tries === MAX_TRIES) throw databaseBusy();
        await sleep(RETRY_PAUSE_MS * tries * (1 + Math.random()));
      }
    }
  }

  private async transact<T>(deed: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const unit: Unit = { manager: runner.manager, beforeCommit: new Map(), afterCommit: [] };
    try {
      await this.begin(runner);
      const result = await this.units.run(unit, async () => {
        const value = await deed();
        for (const hook of unit.beforeCommit.values()) await hook();
        return value;
      });
      await this.commit(runner);
      for (const hook of unit.afterCommit) hook();
      return result;
    } catch (error) {
      await this.rollback(runner, error);
      throw error;
    } finally {
      this.assertIdle(runner);
      if (!this.isSqlite) await runner.release();
    }
  }

  /** An error PostgreSQL answers with means that nothing was kept; a connection that ends instead of an answer means either. */
  private async commit(runner: QueryRunner): Promise<void> {
    try {
      await runner.commitTransaction();
    } catch (error) {
      throw !this.isSqlite && isConnectionLoss(error) ? outcomeUnknown() : error;
    }
  }

  /**
   * A write comes first on SQLite: TypeORM can only begin deferred transactions, and one that reads before it
   * writes fails at once with SQLITE_BUSY_SNAPSHOT when another process wrote meanwhile.
   */
  private async begin(runner: QueryRunner): Promise<void> {
    if (!this.isSqlite) return runner.startTransaction();
    // The driver itself waits for its busy time-out at every try, so that counts beside the pause.
    for (let waited = 0; ; waited += BUSY_TIMEOUT_MS + RETRY_PAUSE_MS) {
      await runner.startTransaction();
      try {
        await runner.query('UPDATE app_lock SET turn = turn + 1');
        return;
      } catch (error) {
        await runner.rollbackTransaction();
        if (!isBusy(error)) throw error;
        if (waited >= this.lockPatienceMs) throw databaseBusy();
        await sleep(RETRY_PAUSE_MS);
      }
    }
  }

  private async rollback(runner: QueryRunner, cause: unknown): Promise<void> {
    if (isStorageError(cause)) this.failStop(messageOf(cause));
    if (!runner.isTransactionActive) return;
    try {
      await runner.rollbackTransaction();
    } catch (error) {
      // On PostgreSQL a broken connection takes its transaction with it; on SQLite the state is unknown.
      if (this.isSqlite) this.failStop(messageOf(error));
    }
  }

  /** After a unit nothing may be open; otherwise the next acknowledged write would be lost. */
  private assertIdle(runner: QueryRunner): void {
    if (!this.isSqlite) return;
    const inTransaction = sqliteConnection(this.dataSource).inTransaction;
    const depth = (runner as unknown as { transactionDepth?: number }).transactionDepth ?? 0;
    if (inTransaction || depth !== 0)
      this.failStop(`事务未结束（inTransaction=${inTransaction}，depth=${depth}）`);
  }
}

/** The raw better-sqlite3 connection below a data source. */
export function sqliteConnection(dataSource: DataSource): import('better-sqlite3').Database {
  return (dataSource.driver as unknown as { databaseConnection: import('better-sqlite3').Database })
    .databaseConnection;
}

/** The refusal of a process that is going. */
export function shuttingDown(): DomainError {
  return new DomainError('UNAVAILABLE', 'SHUTTING_DOWN', '服务正在停止，本次操作未保存，请稍后重试。');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
