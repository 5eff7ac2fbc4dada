import { Injectable } from '@nestjs/common';
import { addToMonth, monthOf, type Month } from '../../../domain/calendar/month.js';
import { workingDaysBetween, type WorkingCalendar } from '../../../domain/calendar/working-calendar.js';
import {
  dispatchRoundLifecycle,
  type DispatchRoundState,
} from '../../../domain/task/dispatch-round-lifecycle.js';
import type { MonthCycle } from '../../../domain/cycle/month-cycle.js';
import { roundsOpened } from '../../../domain/cycle/round-months.js';
import { Clock } from '../../../platform/clock/clock.js';
import { CalendarReader } from '../../calendar/calendar.reader.js';
import { CycleReader } from '../../calendar/cycle.reader.js';
import { DispatchReader, type RoundFacts } from '../../dispatch/dispatch.reader.js';
import { LedgerReader, type LedgerFacts } from '../../ledger/ledger.reader.js';
import { figure } from './present-figure.js';
import { MonthFiguresStore, type MonthFigures } from './month-figures.store.js';
import type { MonthReportsView, MonthStandingView } from './present-month.js';

/** Where the months stand that anybody still works on: this one, and the last one until its bulletin is out. */
@Injectable()
export class MonthStandings {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly dispatch: DispatchReader,
    private readonly cycles: CycleReader,
    private readonly calendars: CalendarReader,
    private readonly figures: MonthFiguresStore,
    private readonly clock: Clock,
  ) {}

  /** Of every issued ledger, oldest month first; reports of one department where it is given, by id and code. */
  async all(department: { id: string; code: string } | null): Promise<MonthStandingView[]> {
    const calendar = await this.calendars.calendar();
    const standings: MonthStandingView[] = [];
    for (const ledger of await this.ledgers.ledgers({ state: 'ISSUED' })) {
      for (const month of this.monthsOf(ledger)) {
        const standing = await this.one(ledger, month, department, calendar);
        if (standing.state !== 'PUBLISHED' || month === this.thisMonth()) standings.push(standing);
      }
    }
    return standings;
  }

  private monthsOf({ issuedOn }: LedgerFacts): Month[] {
    const opened = roundsOpened(issuedOn, this.clock.today()).map(({ month }) => month);
    return opened.filter((month) => month >= addToMonth(this.thisMonth(), -1));
  }

  private thisMonth(): Month {
    return monthOf(this.clock.today());
  }

  private async one(
    ledger: LedgerFacts,
    month: Month,
    department: { id: string; code: string } | null,
    calendar: WorkingCalendar,
  ): Promise<MonthStandingView> {
    const cycle = await this.cycles.cycleOf(month);
    const round = await this.dispatch.round(ledger.id, month);
    const counts = await this.figures.of(ledger.id, month, department?.id ?? null);
    return {
      ledger: { id: ledger.id, code: ledger.code, title: ledger.title },
      month,
      ...stateOf(round),
      ...this.daysOf(round, cycle, calendar),
      reports: reportsOf(counts, { ledger: ledger.id, month, department: department?.code ?? '' }),
    };
  }

  /** The round's own days; before it is open, what the cycle says. */
  private daysOf(round: RoundFacts | null, cycle: MonthCycle, calendar: WorkingCalendar) {
    const { reportsDueOn, freezeOn, meetingOn, bulletinDueOn } = round ?? cycle;
    const workingDaysToFreeze = workingDaysBetween(calendar, this.clock.today(), freezeOn).count;
    const { reportsDueAt, minutesDueOn, status } = cycle;
    const provisional = status === 'PROVISIONAL';
    return { reportsDueOn, reportsDueAt, freezeOn, workingDaysToFreeze, meetingOn, minutesDueOn, bulletinDueOn, provisional }; // prettier-ignore
  }
}

function stateOf(round: RoundFacts | null): Pick<MonthStandingView, 'roundId' | 'state' | 'stateLabel'> {
  if (!round) return { roundId: null, state: null, stateLabel: '尚未开启' };
  const state = round.state as DispatchRoundState;
  return { roundId: round.id, state, stateLabel: dispatchRoundLifecycle.states[state] };
}

function reportsOf(counts: MonthFigures, filter: Readonly<Record<string, string>>): MonthReportsView {
  const { toReview, returned, accepted, late, missing } = counts;
  const reports = (n: number, more: Record<string, string>) => figure(n, '/reports', { ...filter, ...more });
  return {
    due: toReview + returned + accepted + missing,
    handedIn: reports(toReview + accepted, { state: 'SUBMITTED,ACCEPTED' }),
    toReview: reports(toReview, { state: 'SUBMITTED' }),
    returned: reports(returned, { state: 'RETURNED' }),
    accepted: reports(accepted, { state: 'ACCEPTED' }),
    late: reports(late, { late: 'true' }),
    missing: figure(missing, '/reports/missing', filter),
  };
}
