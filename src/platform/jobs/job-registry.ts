import type { Job, OutboxHandler, Sweep } from './job.js';

/**
 * The jobs and event handlers of this program. Features announce the names they use and register what works them;
 * `seal` refuses the start when a name has no handler or two.
 */
export class JobRegistry {
  private readonly jobList: Job[] = [];
  private readonly handlerList: OutboxHandler[] = [];
  private readonly sweepList: Sweep[] = [];
  private readonly announcedTopics = new Set<string>();
  private readonly announcedJobs = new Set<string>();

  /** Declares that slots of this job, or events of this topic, will exist. */
  announce(names: { jobs?: readonly string[]; topics?: readonly string[] }): void {
    for (const name of names.jobs ?? []) this.announcedJobs.add(name);
    for (const name of names.topics ?? []) this.announcedTopics.add(name);
  }

  addJob(job: Job): void {
    this.jobList.push(job);
  }

  addHandler(handler: OutboxHandler): void {
    this.handlerList.push(handler);
  }

  addSweep(sweep: Sweep): void {
    this.sweepList.push(sweep);
  }

  get sweeps(): readonly Sweep[] {
    return this.sweepList;
  }

  get jobs(): readonly Job[] {
    return this.jobList;
  }

  job(name: string): Job {
    const job = this.jobList.find((candidate) => candidate.name === name);
    if (!job) throw new Error(`no job named ${name}`);
    return job;
  }

  handler(topic: string): OutboxHandler {
    const handler = this.handlerList.find((candidate) => candidate.topic === topic);
    if (!handler) throw new Error(`no handler for outbox topic ${topic}`);
    return handler;
  }

  /** Throws with every fault when a job or topic has no handler, or more than one. Called once at start. */
  seal(): void {
    const faults = [
      ...faultsOf('job', this.announcedJobs, this.jobList.map((job) => job.name)),
      ...faultsOf('topic', this.announcedTopics, this.handlerList.map((handler) => handler.topic)),
      ...faultsOf('sweep', new Set(), this.sweepList.map((sweep) => sweep.name)),
    ]; // prettier-ignore
    if (faults.length > 0) throw new Error(`jobs are not wired:\n${faults.join('\n')}`);
  }
}

function faultsOf(kind: string, announced: ReadonlySet<string>, handled: readonly string[]): string[] {
  const missing = [...announced].filter((name) => !handled.includes(name));
  const twice = [...new Set(handled.filter((name, i) => handled.indexOf(name) !== i))];
  return [
    ...missing.map((name) => `${kind} ${name} has no handler: register one in its feature's module`),
    ...twice.map((name) => `${kind} ${name} has two handlers: remove one`),
  ];
}
