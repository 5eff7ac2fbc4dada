import { addDays, type Day } from '../../domain/calendar/day.js';
import { DomainError } from '../../domain/refusal.js';
import type { LedgerFacts, LedgerReader } from '../../features/ledger/ledger.reader.js';
import type { OrganizationReader } from '../../features/organization/organization.reader.js';
import type { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { agendaOf, piecesOf, type DemoDay, type DemoDeed } from './demo-agenda.js';
import type { DemoCourt } from './demo-court.js';
import type { DemoDecisionsDesk } from './demo-decisions-desk.js';
import type { DemoEvidence } from './demo-evidence.js';
import type { DemoEvents } from './demo-events.js';
import type { DemoFoundation } from './demo-foundation.js';
import { DemoIndex } from './demo-index.js';
import type { DemoMarkStore } from './demo-mark.store.js';
import type { DemoMeetings } from './demo-meetings.js';
import type { DemoOffice } from './demo-office.js';
import type { DemoReports } from './demo-reports.js';
import type { DemoPlan, DemoYear } from './demo-year.js';
import { demoDeedRefused } from './demo.errors.js';

/** Where deeds of the year are done. */
export interface DemoDesks {
  foundation: DemoFoundation;
  reports: DemoReports;
  events: DemoEvents;
  court: DemoCourt;
  meetings: DemoMeetings;
  evidence: DemoEvidence;
  decisions: DemoDecisionsDesk;
}

/** The questions the loader asks. */
export interface DemoReaders {
  ledgers: LedgerReader;
  organization: OrganizationReader;
}

/** What a load has come to. */
export interface Loaded {
  ledger: LedgerFacts;
  /** True when there was nothing left to do. */
  alreadyLoaded: boolean;
}

/** Told of every day that is done, for a progress bar. */
export type DayDone = (day: Day, done: number, total: number) => void;

/**
 * Loads a year through the features, day by day, with the office day stepping along. How far it has come is written
 * in the same unit of work as the deeds, so a load that was killed goes on and a second one finds nothing to do.
 */
export class DemoLoader {
  constructor(
    private readonly office: DemoOffice,
    private readonly desks: DemoDesks,
    private readonly readers: DemoReaders,
    private readonly mark: DemoMarkStore,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Loads up to the end of a day (the year's office day where none is given). */
  async load(
    year: DemoYear,
    dayDone: DayDone = () => {},
    through: Day = year.plan.officeDay,
  ): Promise<Loaded> {
    const { issuedOn, officeDay, officeTime } = year.plan;
    const begun = await this.mark.read();
    if (!begun) {
      await this.office.declare();
      await this.office.turnTo(issuedOn);
    }
    const ledger = await this.desks.foundation.lay(year);
    if (begun && begun.day > through) return { ledger, alreadyLoaded: true };
    const { ledgers, organization } = this.readers;
    const index = await DemoIndex.read(ledgers, organization, ledger.id, issuedOn);
    const agenda = agendaOf(year);
    const days = agenda.filter(({ day }) => day >= (begun?.day ?? '') && day <= through);
    for (const day of days) {
      await this.pass(day, day.day === begun?.day ? begun.deed : 0, index, year);
      dayDone(day.day, agenda.indexOf(day) + 1, agenda.length);
    }
    if (through === officeDay) await this.office.turnTo(officeDay, officeTime);
    return { ledger, alreadyLoaded: false };
  }

  private async pass({ day, deeds }: DemoDay, from: number, index: DemoIndex, year: DemoYear): Promise<void> {
    const { plan, decisions } = year;
    await this.office.open(day);
    await this.desks.meetings.hold(index.ledgerId, day, plan);
    await this.desks.decisions.work(day, decisions, plan);
    let done = from;
    for (const bare of piecesOf(deeds, from)) {
      const piece = await this.withEvidence(bare, day, index);
      await this.unitOfWork.run(async () => {
        for (const deed of piece) await this.do(deed, day, index, plan);
        await this.mark.write({ day, deed: done + piece.length });
      });
      done += piece.length;
      await this.office.workEvents();
    }
    await this.unitOfWork.run(() => this.mark.write({ day: addDays(day, 1), deed: 0 }));
  }

  /** Files are brought before the unit of the deeds that name them, which holds nothing slow. */
  private async withEvidence(deeds: readonly DemoDeed[], day: Day, index: DemoIndex): Promise<DemoDeed[]> {
    const ready: DemoDeed[] = [];
    for (const deed of deeds) ready.push(await this.desks.evidence.bring(deed, day, index));
    return ready;
  }

  private async do(deed: DemoDeed, day: Day, index: DemoIndex, plan: DemoPlan): Promise<void> {
    await this.office.turnTo(day, deed.at);
    try {
      if (deed.kind === 'SUBMIT') await this.desks.reports.submit(deed.report, index);
      else if (deed.kind === 'REVIEW') await this.desks.reports.review(deed.report, index, plan.keeper);
      else if (deed.kind === 'COURT') await this.desks.court.do(deed.court, plan.keeper);
      else await this.desks.events.do(deed.event, index);
    } catch (error) {
      throw error instanceof DomainError ? demoDeedRefused(nameOf(deed, day), error) : error;
    }
  }
}

function nameOf(deed: DemoDeed, day: Day): string {
  if (deed.kind === 'EVENT') return `${day} ${deed.at} ${deed.event.deed} 任务 ${deed.event.task}`;
  if (deed.kind === 'COURT') return `${day} ${deed.at} ${deed.court.deed} ${deed.court.case}`;
  const { month, task, department } = deed.report;
  return `${day} ${deed.at} ${deed.kind === 'SUBMIT' ? '报送' : '审核'} ${month} 任务 ${task} ${department}`;
}
