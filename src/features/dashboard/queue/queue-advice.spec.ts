import { describe, expect, it } from '@jest/globals';
import { countersOf, problemsOf } from './queue-advice.js';
import type { ProcessFacts, QueueOverview } from './queue-overview.service.js';

const process = (more: Partial<ProcessFacts> = {}) =>
  ({ id: 'a', works: 1, version: '1.0.0', standing: 'ALIVE', ...more }) as ProcessFacts;

const overview = (processes: ProcessFacts[], more: Partial<QueueOverview> = {}) =>
  ({
    standing: { failedSlots: 0, abandonedRuns: 0, outboxOverdue: 0, outboxDead: 0 },
    givenUp: 0,
    processes,
    clockFault: null,
    ...more,
  }) as QueueOverview;

describe('what the page of background work advises', () => {
  it('is nothing while all is well', () => {
    const well = overview([process(), process({ works: 0 })]);
    expect(problemsOf(well)).toEqual([]);
    expect(countersOf(well).every(({ count, advice }) => count === 0 && advice === '')).toBe(true);
  });

  it('names what is not 0 with what to do', () => {
    const ill = overview([process(), process({ standing: 'LOST' }), process({ standing: 'REPLACED' })], {
      givenUp: 3,
    });
    const told = countersOf(ill).filter(({ advice }) => advice !== '');
    expect(told.map(({ key, count }) => [key, count])).toEqual([
      ['deliveriesGivenUp', 3],
      ['processesLost', 1],
    ]);
  });

  it.each([
    [[process({ works: 0 })], '目前没有进程在办理任务'],
    [[process({ standing: 'LOST' })], '目前没有进程在办理任务'],
    [[process(), process({ version: '0.9.0' })], '各进程版本不一致（0.9.0、1.0.0）'],
  ])('says what no counter says: %#', (processes, sentence) => {
    expect(problemsOf(overview(processes)).join()).toContain(sentence);
  });

  it('repeats why the schedule stands still', () => {
    expect(problemsOf(overview([process()], { clockFault: '时钟有误。' }))).toEqual(['时钟有误。']);
  });
});
