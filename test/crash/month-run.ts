import type { Bench } from './case.js';
import { checkMonth } from './checker.js';
import { answerOf, AS_OF, firstOfDecember, MONTH, MONTH_COMMAND } from './kill-trials.js';
import type { Template } from './make-data.js';
import type { Ended, Place, Program, Running } from './program.js';

/** One program and one district in which a month is disturbed again and again, and always has to end the same. */
export class MonthRun {
  private calm = '';

  constructor(
    private readonly bench: Bench,
    readonly program: Program,
    readonly template: Template,
    private readonly batch = '100',
  ) {}

  /** A fresh copy of the district on the first of December. */
  place(data = this.template.copy()): Place {
    return { data, shiftMs: firstOfDecember(), settings: { DIAODU_FREEZE_BATCH: this.batch } };
  }

  start(place: Place): Running {
    return this.program.start('cli.js', MONTH_COMMAND, place);
  }

  /** The hash of a run in peace. */
  async hash(): Promise<string> {
    if (this.calm === '') this.calm = answerOf(await this.start(this.place()).ended).snapshotSha256;
    return this.calm;
  }

  /** Runs on without a fault: ends as in peace, with everything there once. */
  async endsWell(place: Place, after: string): Promise<void> {
    const ended: Ended = await this.start(place).ended;
    if (ended.code !== 0) {
      const how = ended.code ?? ended.signal;
      return this.bench.verdict.fault(`after ${after}: ended with ${how} ${ended.stderr.slice(0, 300)}`);
    }
    this.bench.verdict.same(`hash after ${after}`, answerOf(ended).snapshotSha256, await this.hash());
    this.bench.verdict.add(checkMonth(place.data, this.template.ledgerId, MONTH, AS_OF));
  }
}

/** `70 ×12, 0 ×3`: how often each ending was seen. */
export function endingsOf(endings: readonly (number | string | null)[]): string {
  const counts = new Map<string, number>();
  for (const ending of endings) counts.set(String(ending), (counts.get(String(ending)) ?? 0) + 1);
  return [...counts].map(([ending, n]) => `${ending} ×${n}`).join(', ');
}
