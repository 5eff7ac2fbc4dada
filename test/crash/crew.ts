import type { City } from './city.js';
import type { Ended, Program, Running } from './program.js';

type Part = 'main.js' | 'worker.js';
/** One that answers and two that work, as the scaled-out edition is installed. */
const PARTS: readonly Part[] = ['main.js', 'worker.js', 'worker.js'];
/** Pause of the supervisor before it starts again what ended, milliseconds. */
const PAUSE_MS = 300;

/** The processes of a city under a supervisor that starts again whatever ends. */
export class Crew {
  private readonly running = new Map<number, Running>();
  private closing = false;
  /** How each process that ended by itself did. */
  readonly ended: Ended[] = [];

  constructor(
    private readonly program: Program,
    private readonly city: City,
    private readonly shiftMs: number,
    private readonly settings: Record<string, string> = {},
    /** Where the one that answers listens. */
    private readonly port = 0,
  ) {
    PARTS.forEach((part, i) => this.start(part, i));
  }

  /** The same in words such as `SIGKILL` or `70`. */
  get endings(): string[] {
    return this.ended.map(({ code, signal }) => String(signal ?? code));
  }

  /** kill −9 of the n-th process; the supervisor notices. */
  kill(n: number): void {
    this.running.get(n % PARTS.length)?.child.kill('SIGKILL');
  }

  /** Ends all of them as a supervisor does, and waits. */
  async stop(): Promise<void> {
    this.closing = true;
    const all = [...this.running.values()];
    for (const { child } of all) child.kill('SIGTERM');
    await Promise.all(all.map(({ ended }) => ended));
  }

  private start(part: Part, i: number): void {
    const own: Record<string, string> =
      part === 'main.js' ? { DIAODU_JOBS: 'off', PORT: String(this.port) } : {};
    const running = this.program.start(part, [], this.city.place(this.shiftMs, { ...this.settings, ...own }));
    this.running.set(i, running);
    void running.ended.then((ended) => {
      if (this.closing) return;
      this.ended.push(ended);
      setTimeout(() => this.closing || this.start(part, i), PAUSE_MS);
    });
  }
}
