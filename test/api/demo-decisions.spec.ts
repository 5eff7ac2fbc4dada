import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoActors } from '../../src/app/demo/demo-actors.js';
import { makeDemoDecisions } from '../../src/app/demo/make-demo-decisions.js';
import { readDemoYear, type DemoYear } from '../../src/app/demo/demo-year.js';
import { DecisionsReader } from '../../src/features/decisions/decisions.reader.js';
import { ActorDirectory } from '../../src/platform/auth/actor-directory.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { openOffice } from '../support/office.js';
import { tableCounts } from '../support/table-counts.js';

const LOADING = 3 * 60_000;
const OFFICE_DAY = '2023-12-20';

describe.each(DATABASES)('the decisions of the demonstration year on %s', (name) => {
  let test: TestApp;
  let year: DemoYear;
  let days: string[];

  /** Steps through every day on which something is done, up to a day. */
  const through = async (last: string): Promise<void> => {
    const desk = makeDemoDecisions(
      (token) => test.app.get(token),
      new DemoActors(test.app.get(ActorDirectory)),
    );
    for (const day of days.filter((each) => each <= last)) {
      await test.holdDay(day);
      await desk.work(day, year.decisions, year.plan);
    }
    await test.holdDay(last);
  };
  const counts = async (asOf: string): Promise<number[]> => {
    const figures = await test.app.get(DecisionsReader).statistics(2023, asOf);
    return [figures.identified.length, figures.finished.length, figures.underWay.length];
  };

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    year = await readDemoYear('config', 2023);
    const { enteredOn, consent, publication, decisions } = year.decisions;
    const done = decisions.flatMap(({ deeds }) => deeds.map(({ on }) => on));
    days = [...new Set([enteredOn, consent.on, publication.on, ...done])].sort();
    await through(OFFICE_DAY);
  }, LOADING);
  afterAll(() => test.close());

  it('4 identified, 2 finished, 2 under way on the office day', async () => {
    expect(await counts(OFFICE_DAY)).toEqual([4, 2, 2]);
    const rows = await test.app.get(DecisionsReader).monthRows(2023, OFFICE_DAY);
    expect(rows.map(({ number, light }) => [number, light])).toEqual([
      ['01', 'DONE'],
      ['02', 'DONE'],
      ['03', 'GREEN'],
      ['04', 'GREEN'],
    ]);
  });

  it('entered again, changes nothing', async () => {
    const before = await tableCounts(test.db);
    await through(OFFICE_DAY);
    expect(await tableCounts(test.db)).toEqual(before);
  });

  it(
    'as the clock goes on all 4 are finished and closed, and both answers stay right',
    async () => {
      await through('2024-03-01');
      expect(await counts('2024-03-01')).toEqual([4, 4, 0]);
      expect(await counts(OFFICE_DAY)).toEqual([4, 2, 2]);
      expect(await test.app.get(DecisionsReader).notices('2024-03-01')).toEqual([]);
    },
    LOADING,
  );
});
