import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoActors } from '../../src/app/demo/demo-actors.js';
import { DemoCourt } from '../../src/app/demo/demo-court.js';
import { readDemoYear, type DemoYear } from '../../src/app/demo/demo-year.js';
import { yearPeriod } from '../../src/domain/rate/period.js';
import type { RateVariant } from '../../src/domain/rate/variants.js';
import { CaseQuery } from '../../src/features/litigation/case-query.js';
import { KeepAppearancesService } from '../../src/features/litigation/keep-appearances.service.js';
import { KeepCasesService } from '../../src/features/litigation/keep-cases.service.js';
import { KeepHearingsService } from '../../src/features/litigation/keep-hearings.service.js';
import { LitigationReader } from '../../src/features/litigation/litigation.reader.js';
import { ActorDirectory } from '../../src/platform/auth/actor-directory.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { openOffice } from '../support/office.js';
import { isWorkingDay } from './year-calendar.js';

describe.each(DATABASES)('court.yaml on %s', (name) => {
  let test: TestApp;
  let year: DemoYear;
  const rate = async (of: number, variant: RateVariant = 'R1', asOf = '2023-12-20') =>
    test.app
      .get(LitigationReader)
      .rate({ variant, period: yearPeriod(of), asOf, department: null, register: 'ADMINISTRATIVE' });

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    year = await readDemoYear('config', 2023);
    const { app } = test;
    const court = new DemoCourt(new DemoActors(app.get(ActorDirectory)), {
      query: app.get(CaseQuery),
      cases: app.get(KeepCasesService),
      hearings: app.get(KeepHearingsService),
      appearances: app.get(KeepAppearancesService),
    });
    const days = [...new Set(year.court.map(({ on }) => on))];
    for (const day of days) {
      await test.holdDay(day);
      const deeds = year.court.filter(({ on }) => on === day);
      await app.get(UnitOfWork).run(async () => {
        for (const deed of deeds) await court.do(deed, 'YFB-CLERK');
      });
    }
    await test.holdDay('2023-12-20');
  }, 120_000);
  afterAll(() => test.close());

  it('runs forward in time, on working days, up to the office day', () => {
    const moments = year.court.map(({ on, at }) => `${on} ${at}`);
    expect(moments).toEqual([...moments].sort());
    expect(year.court.filter(({ on }) => !isWorkingDay(on) || on > '2023-12-20')).toEqual([]);
  });

  it('has at least 20 cases and 40 hearings in 2023, and every duty is fulfilled: n/n, 100 %', async () => {
    const { cases, hearings } = await test.app.get(LitigationReader).statistics(2023, '2023-12-20');
    expect(cases).toBeGreaterThanOrEqual(20);
    expect(hearings).toBeGreaterThanOrEqual(40);
    const answer = await rate(2023);
    expect(answer.counted.filter(({ fulfilled }) => !fulfilled)).toEqual([]);
    expect(answer.label).toBe(`${answer.denominator}/${answer.denominator}，100%`);
    expect(answer.denominator).toBeGreaterThanOrEqual(20);
  });

  it('leaves out, with its reason, whatever is no duty', async () => {
    const reasons = (await rate(2023)).excluded.map(({ reason }) => reason).join('；');
    for (const word of ['开庭前撤诉', '书面审理', '驳回起诉', '第三条', '已排期', '民事诉讼，另册', '行政复议听证，另册']) {
      expect(reasons).toContain(word);
    }
  }); // prettier-ignore

  it('counts sittings and cases otherwise than duties', async () => {
    const [r1, r2, r3, r6] = await Promise.all(
      (['R1', 'R2', 'R3', 'R6'] as const).map((code) => rate(2023, code)),
    );
    expect(r2?.percent).toBeLessThan(100);
    expect(r3?.denominator).toBeLessThan(r1?.denominator ?? 0);
    expect(r6).toMatchObject({ numerator: 3, denominator: 3 });
  });

  it('has in 2022 what could not be fulfilled, and a rate below 100 %', async () => {
    const answer = await rate(2022);
    expect(answer.percent).toBeLessThan(100);
    const reasons = answer.counted.filter(({ fulfilled }) => !fulfilled).map(({ reason }) => reason);
    for (const word of ['第十条', '仅委托律师', '是区住建委的负责人', '不属于行政机关负责人', '视为未出庭', '中途退庭', '再次出庭，另计一次', '未获人民法院认可']) {
      expect(reasons.join('；')).toContain(word);
    }
    expect(answer.excluded.map(({ reason }) => reason).join('；')).toContain('人民法院已予认可');
  }); // prettier-ignore

  it('answers for an earlier day as that day knew it', async () => {
    expect((await rate(2023, 'R1', '2023-03-31')).denominator).toBeLessThan((await rate(2023)).denominator);
    expect((await rate(2022, 'R1', '2023-01-11')).label).toBe('无应出庭案件');
  });
});
