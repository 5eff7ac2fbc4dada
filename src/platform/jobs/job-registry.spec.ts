import { describe, expect, it } from '@jest/globals';
import type { Job } from './job.js';
import { JobRegistry } from './job-registry.js';

const job = (name: string): Job => ({
  name,
  catchUp: 'all',
  slotsDue: () => Promise.resolve([]),
  run: () => Promise.resolve(),
});

describe('job registry', () => {
  it('lets a complete wiring start', () => {
    const registry = new JobRegistry();
    registry.announce({ jobs: ['a'], topics: ['t'] });
    registry.addJob(job('a'));
    registry.addHandler({ topic: 't', handle: () => Promise.resolve() });
    expect(() => registry.seal()).not.toThrow();
  });

  it('refuses the start on a job or topic without handler', () => {
    const registry = new JobRegistry();
    registry.announce({ jobs: ['a'], topics: ['t'] });
    expect(() => registry.seal()).toThrow(/job a has no handler[\s\S]*topic t has no handler/);
  });

  it('refuses the start on two handlers for one name', () => {
    const registry = new JobRegistry();
    registry.addJob(job('a'));
    registry.addJob(job('a'));
    expect(() => registry.seal()).toThrow('job a has two handlers');
  });

  it('refuses the start on two sweeps of one name', () => {
    const registry = new JobRegistry();
    registry.addSweep({ name: 's', sweep: () => Promise.resolve() });
    expect(() => registry.seal()).not.toThrow();
    registry.addSweep({ name: 's', sweep: () => Promise.resolve() });
    expect(() => registry.seal()).toThrow('sweep s has two handlers');
  });
});
