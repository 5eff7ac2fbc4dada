import pg from 'pg';
import { currentHaste, type Haste } from './haste.js';
import { DEPARTMENT_SETTING, JURISDICTION_SETTING } from './row-security.js';
import { currentSight, type Sight } from './sight.js';

/** Milliseconds one statement may take, by who waits for it. */
export interface Patience {
  request: number;
  job: number;
}

/** How much longer than the server's own limit we wait, before a silent connection is given up as broken. */
const GRACE_MS = 1_000;
const BEGINS = /^START TRANSACTION/;
const ENDS = /^(COMMIT|ROLLBACK)$/;
const TURNS_BACK = /^ROLLBACK TO /;
/** The transaction has failed already and answers nothing more, so nothing can be seen or done in it. */
const FAILED_TRANSACTION = '25P02';

/** What the server goes by: how long a statement may take, and which rows it sees. */
interface Terms {
  haste: Haste;
  /** Null: what the database says of itself, which is nothing. */
  sight: Sight | null;
}

const TELLING = `SELECT set_config('statement_timeout', $2, $1), set_config('lock_timeout', $3, $1),
  set_config('${JURISDICTION_SETTING}', $4, $1), set_config('${DEPARTMENT_SETTING}', $5, $1)`;

/**
 * A connection that never keeps anybody waiting and never shows anybody another's rows: the server is told how long a
 * statement may take and what it sees whenever that differs from what it was told last, whoever had the connection
 * before. Where the server does not answer at all (a pulled cable, a half-open link) the connection is torn down, which
 * the pool notices. What was set inside a transaction goes with it.
 */
export class PatientClient extends pg.Client {
  private readonly patience: Patience;
  private told: Terms | null = null;
  private toldInside: Terms | 'UNKNOWN' | null = null;
  private inside = false;

  constructor(config: pg.ClientConfig & { patience: Patience }) {
    super(config);
    this.patience = config.patience;
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- the driver's own signature has nine overloads
  override query(...words: any[]): any {
    const terms: Terms = { haste: currentHaste(), sight: currentSight() };
    const statement = typeof words[0] === 'string' ? words[0] : '';
    const ends = ENDS.test(statement);
    if (!ends) this.tell(terms);
    if (BEGINS.test(statement)) this.inside = true;
    if (ends) {
      this.inside = false;
      this.toldInside = null;
    }
    // What was told since the savepoint is taken back with the rest.
    if (TURNS_BACK.test(statement)) this.toldInside = 'UNKNOWN';
    const answer: unknown = this.send(...words);
    return answer instanceof Promise ? this.awaited(answer, terms.haste) : answer;
  }

  private send(...words: unknown[]): unknown {
    return (super.query as (...words: unknown[]) => unknown).apply(this, words);
  }

  /** The driver sends statements one after another, so this one has worked before the next is looked at. */
  private tell(terms: Terms): void {
    if (isSame(this.toldInside ?? this.told, terms)) return;
    if (this.inside) this.toldInside = terms;
    else this.told = terms;
    const { haste, sight } = terms;
    this.send(
      TELLING,
      [
        this.inside,
        String(this.limitOf(haste)),
        String(this.lockLimitOf(haste)),
        sight?.jurisdiction ?? null,
        sight?.department ?? null,
      ],
      // Called before the next statement is sent: a connection with other terms than it should have is none.
      (error: { code?: string } | null) => error && error.code !== FAILED_TRANSACTION && this.tearDown(),
    );
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

function isSame(told: Terms | 'UNKNOWN' | null, { haste, sight }: Terms): boolean {
  if (told === null || told === 'UNKNOWN') return false;
  if (told.haste !== haste) return false;
  return told.sight?.jurisdiction === sight?.jurisdiction && told.sight?.department === sight?.department;
}
