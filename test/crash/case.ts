import type { History } from './history.js';
import type { Template } from './make-data.js';
import type { Program } from './program.js';
import type { Verdict } from './verdict.js';

export type CaseSet = 'quick' | 'long';

/** What a case is given. */
export interface Bench {
  readonly set: CaseSet;
  readonly seed: number;
  readonly verdict: Verdict;
  readonly history: History;
  /** 0 ≤ x < 1, from the seed and the case alone. */
  readonly random: () => number;
  /** How often something is tried in this set. */
  readonly times: (quick: number, long: number) => number;
  /** A copy of the built program that cuts a freeze into small shards, removed after the case. */
  readonly program: () => Program;
  /** A district with so many tasks; made once a run and shared by the cases. */
  readonly template: (tasks: number) => Promise<Template>;
  /** A folder that is removed after the case. */
  readonly folder: () => string;
}

/** What a case tells beside its findings. */
export interface Told {
  trials: number;
  /** One line: what was seen, with figures. */
  saw: string;
}

/** One row of the crash matrix or one planted bug. */
export interface CrashCase {
  /** `C4`, or `B5` for the fifth planted bug. */
  id: string;
  /** What is done to the program. */
  what: string;
  /** Left out of the quick set, which has no time for it. */
  isLong?: true;
  /** Judges answers by the millisecond, so no other case may run beside it. */
  isAlone?: true;
  /** Why it cannot be tried on this machine; null when it can. */
  lacks?: () => string | null;
  run(bench: Bench): Promise<Told>;
}
