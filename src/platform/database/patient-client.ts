import pg from 'pg';
import { currentHaste, type Haste } from './haste.js';
import { DEPARTMENT_SETTING, JURISDICTION_SETTING } from './row-security.js';
import { currentSight, type Sight } from './sight.js';
import { ToldQuery } from './told-query.js';

/** Milliseconds one statement may take, by who waits for it. */
export interface Patience {
  request: number;
  job: number;
}

/** How much longer than the server's own limit we wait, before a silent connection is given up as broken. */
const GRACE_MS = 1_000;
/** Statements about the transaction itself, which look at no row. */
const CONTROLS = /^(START TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/;
const BEGINS = /^START TRANSACTION/;
const ENDS = /^(COMMIT|ROLLBACK)$/;
const MARKS = /^(SAVEPOINT|RELEASE)\b/;

/** What the server goes by: how long a statement may take, and which rows it sees. */
interface Terms {
  haste: Haste;
  /** Null: what the database says of itself, which is nothing. */
  sight: Sight | null;
}

const TELLING = `SELECT set_config('statement_timeout', $1, true), set_config('lock_timeout', $2, true),
  set_config('${JURISDICTION_SETTING}', $3, true), set_config('${DEPARTMENT_SETTING}', $4, true)`;

/**
 * A connection that never keeps anybody waiting and never shows anybody another's rows: with each statement the server is
 * told how long it may take and what it sees, within a transaction only where that differs from what was told there last.
 * Nothing of it outlasts the transaction, and what was not told sees nothing. Where the server does not answer at all (a
 * pulled cable, a half-open link) the connection is torn down, which the pool notices.
 */
export class PatientClient extends pg.Client {
  private readonly patience: Patience;
  private inside = false;
  private told: Terms | null = null;

  constructor(config: pg.ClientConfig & { patience: Patience }) {
    super(config);
    this.patience = config.patience;
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- the driver's own signature has nine overloads
  override query(...words: any[]): any {
    const terms: Terms = { haste: currentHaste(), sight: currentSight() };
    const [statement, values] = words as [unknown, unknown];
    const answer: unknown =
      typeof statement === 'string' && words.length <= 2 && !this.isKnown(statement, terms)
        ? this.tellAndAsk(terms, statement, values as unknown[] | undefined)
        : this.send(...words);
    return answer instanceof Promise ? this.awaited(answer, terms.haste) : answer;
  }

  private send(...words: unknown[]): unknown {
    return (super.query as (...words: unknown[]) => unknown).apply(this, words);
  }

  /** True where nothing has to be told: the transaction knows, or the statement is about the transaction itself. */
  private isKnown(statement: string, terms: Terms): boolean {
    if (CONTROLS.test(statement)) {
      if (BEGINS.test(statement)) this.inside = true;
      if (ENDS.test(statement)) this.inside = false;
      // What was told since a savepoint is taken back with the rest.
      if (!MARKS.test(statement)) this.told = null;
      return true;
    }
    return this.inside && isSame(this.told, terms);
  }

  private tellAndAsk(terms: Terms, statement: string, values?: unknown[]): Promise<unknown> {
    if (this.inside) this.told = terms;
    const { haste, sight } = terms;
    const limits = [String(this.limitOf(haste)), String(this.lockLimitOf(haste))];
    const telling = {
      text: TELLING,
      values: [...limits, sight?.jurisdiction ?? null, sight?.department ?? null],
    };
    return new Promise((resolve, reject) => {
      const query = new ToldQuery(telling, statement, values);
      query.callback = (error, result) => (error ? reject(error) : resolve(result));
      this.send(query);
    });
  }

  private limitOf(haste: Haste): number {
    return haste === 'migration' ? 0 : this.patience[haste];
  }

  private lockLimitOf(haste: Haste): number {
    const own = (this as unknown as { connectionParameters: { lock_timeout?: number | false } })
      .connectionParameters.lock_timeout;
    return haste === 'migration' ? 0 : Number(own || 0);
  }

  private async awaited(answer: Promise<unknown>, haste: Haste): Promise<unknown> {
    const limit = this.limitOf(haste);
    if (limit === 0) return answer;
    const timer = setTimeout(() => this.tearDown(), limit + GRACE_MS);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
    }
  }

  private tearDown(): void {
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}

function isSame(told: Terms | null, { haste, sight }: Terms): boolean {
  if (told?.haste !== haste) return false;
  return told.sight?.jurisdiction === sight?.jurisdiction && told.sight?.department === sight?.department;
}
