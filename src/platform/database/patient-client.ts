import pg from 'pg';
import { currentHaste, type Haste } from './haste.js';

/** Milliseconds one statement may take, by who waits for it. */
export interface Patience {
  request: number;
  job: number;
}

/** How much longer than the server's own limit we wait, before a silent connection is given up as broken. */
const GRACE_MS = 1_000;
const BEGINS = /^START TRANSACTION/;
const ENDS = /^(COMMIT|ROLLBACK)$/;

/**
 * A connection that never keeps anybody waiting: the server is told how long a statement may take whenever that differs
 * from what it was told last, and where the server does not answer at all (a pulled cable, a half-open link) the
 * connection is torn down, which the pool notices. What was set inside a transaction goes with it.
 */
export class PatientClient extends pg.Client {
  private readonly patience: Patience;
  private told: Haste | null = null;
  private toldInside: Haste | null = null;
  private inside = false;

  constructor(config: pg.ClientConfig & { patience: Patience }) {
    super(config);
    this.patience = config.patience;
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- the driver's own signature has nine overloads
  override query(...words: any[]): any {
    const haste = currentHaste();
    const statement = typeof words[0] === 'string' ? words[0] : '';
    const ends = ENDS.test(statement);
    if (!ends) this.tell(haste);
    if (BEGINS.test(statement)) this.inside = true;
    if (ends) {
      this.inside = false;
      this.toldInside = null;
    }
    const answer: unknown = this.send(...words);
    return answer instanceof Promise ? this.awaited(answer, haste) : answer;
  }

  private send(...words: unknown[]): unknown {
    return (super.query as (...words: unknown[]) => unknown).apply(this, words);
  }

  /** The driver sends statements one after another, so this one has worked before the next is looked at. */
  private tell(haste: Haste): void {
    if ((this.toldInside ?? this.told) === haste) return;
    if (this.inside) this.toldInside = haste;
    else this.told = haste;
    this.send(
      `SELECT set_config('statement_timeout', $1, $2), set_config('lock_timeout', $3, $2)`,
      [String(this.limitOf(haste)), this.inside, String(this.lockLimitOf(haste))],
      // Called before the next statement is sent: a connection with another limit than it should have is none.
      (error: Error | null) => error && this.tearDown(),
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
