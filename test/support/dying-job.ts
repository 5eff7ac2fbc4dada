import type { Job, JobRun } from '../../src/platform/jobs/job.js';

/** A job whose process dies after so many units: what comes next never happens, and nothing is marked failed. */
export function dyingJob(job: Job, units: number): Job {
  return withRun(job, (run) => new DyingRun(run, units));
}

/** A job whose process dies in its first part, after so many units of it. */
export function dyingInPart(job: Job, units: number): Job {
  return withRun(job, (run) => new PartRun(run, (part, slot) => run.part(dyingJob(part, units), slot)));
}

/** A job that waits for something before each of its parts. */
export function waitingBeforePart(job: Job, before: () => Promise<unknown>): Job {
  const wait = async (run: JobRun, part: Job, slot: string): Promise<boolean> => {
    await before();
    return run.part(part, slot);
  };
  return withRun(job, (run) => new PartRun(run, (part, slot) => wait(run, part, slot)));
}

function withRun(job: Job, other: (run: JobRun) => JobRun): Job {
  return {
    name: job.name,
    catchUp: job.catchUp,
    slotsDue: (today) => job.slotsDue(today),
    run: (run) => job.run(other(run)),
  };
}

/** A run as it is; those below do one thing otherwise. */
class SameRun implements JobRun {
  constructor(protected readonly run: JobRun) {}

  get slot(): string {
    return this.run.slot;
  }

  get madeUp(): boolean {
    return this.run.madeUp;
  }

  get cursor(): string {
    return this.run.cursor;
  }

  step(deed: () => Promise<string>): Promise<void> {
    return this.run.step(deed);
  }

  finish(deed: () => Promise<object>): Promise<void> {
    return this.run.finish(deed);
  }

  part(job: Job, slot: string): Promise<boolean> {
    return this.run.part(job, slot);
  }
}

class DyingRun extends SameRun {
  constructor(
    run: JobRun,
    private left: number,
  ) {
    super(run);
  }

  override step(deed: () => Promise<string>): Promise<void> {
    return this.left-- > 0 ? super.step(deed) : new Promise(() => undefined);
  }

  override finish(deed: () => Promise<object>): Promise<void> {
    return this.left-- > 0 ? super.finish(deed) : new Promise(() => undefined);
  }
}

class PartRun extends SameRun {
  constructor(
    run: JobRun,
    private readonly worked: (part: Job, slot: string) => Promise<boolean>,
  ) {
    super(run);
  }

  override part(job: Job, slot: string): Promise<boolean> {
    return this.worked(job, slot);
  }
}
