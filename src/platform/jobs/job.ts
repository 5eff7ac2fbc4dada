import type { Day } from '../../domain/calendar/day.js';

/** One due time of a job. */
export interface DueSlot {
  /** Text key, unique within the job, e.g. `<ledger>/<month>`. */
  slot: string;
  /** Slots of one scope are worked one after another, oldest first; e.g. the ledger. */
  scope: string;
  /** The day the slot falls due; run on a later day it is marked made up (补跑). */
  dueOn: Day;
}

/** How a slot ended, for whoever asks later. */
export interface Ended {
  result: object;
}

/** What a job receives: its slot, never "now". */
export interface JobRun {
  readonly slot: string;
  readonly madeUp: boolean;
  /** Where an interrupted run of this slot had come to; empty at the start. */
  readonly cursor: string;
  /**
   * One unit of work of the run. Its first write renews the lease under this run's fencing number, so a process that
   * was paused beyond its lease cannot write any more. The deed gives the next cursor, or the end where it finds that
   * nothing is left: then the slot is finished in the same unit.
   */
  step(deed: () => Promise<string | Ended>): Promise<void>;
  /** A step that ends the slot; the deed gives the result. */
  finish(deed: () => Promise<object>): Promise<void>;
  /**
   * Works a slot of another job as a part of this run: each of its units renews this run's lease too, and writes nothing
   * once that is lost. False when the slot was done already or another process has it.
   */
  part(job: Job, slot: string): Promise<boolean>;
}

/** A piece of work that falls due by the calendar. One per file. */
export interface Job {
  readonly name: string;
  /** `all`: every missed slot is made up; `latest`: missed slots collapse into the newest of their scope. */
  readonly catchUp: 'all' | 'latest';
  /** Names of jobs before this one that must not be under way in another process when this one begins. */
  readonly waitsFor?: readonly string[];
  /** Names of jobs whose slot of the same name must be done before one of this job's begins, whoever does it. */
  readonly follows?: readonly string[];
  /** True when other processes are rung to help with its slots; a bell works none that is not due. */
  readonly isRung?: boolean;
  /** Slots that have fallen due up to and including today, oldest first. */
  slotsDue(today: Day): Promise<DueSlot[]>;
  /** Works one slot; idempotent by key; throws when it fails. */
  run(run: JobRun): Promise<void>;
}

/** A handler of outbox events of one topic; runs inside a unit of work together with marking the event done. */
export interface OutboxHandler {
  readonly topic: string;
  handle(payload: unknown): Promise<void>;
}

/** Work that lies in a table of its own and is looked for at every tick, such as mails that are due. */
export interface Sweep {
  readonly name: string;
  /** Does what is due; a sweep that is under way is joined, not doubled. */
  sweep(): Promise<void>;
}
