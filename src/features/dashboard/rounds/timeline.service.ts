import { Injectable } from '@nestjs/common';
import type { Month } from '../../../domain/calendar/month.js';
import {
  dispatchRoundLifecycle,
  type DispatchRoundState,
} from '../../../domain/task/dispatch-round-lifecycle.js';
import { departmentScopeOf } from '../../../platform/auth/actor.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { CycleReader } from '../../calendar/cycle.reader.js';
import { DispatchReader } from '../../dispatch/dispatch.reader.js';
import type { LedgerFacts } from '../../ledger/ledger.reader.js';
import { figure } from '../workbench/present-figure.js';
import { MonthFiguresStore } from '../workbench/month-figures.store.js';
import type { RoundTimelineView } from './present-timeline.js';
import { RoundMomentsStore, type RoundMoments } from './round-moments.store.js';
import { stagesOf, type TimelineFacts } from './stages.js';

/** 月调度: where a month stands between its opening and its bulletin. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly dispatch: DispatchReader,
    private readonly cycles: CycleReader,
    private readonly figures: MonthFiguresStore,
    private readonly moments: RoundMomentsStore,
    private readonly clock: Clock,
  ) {}

  /** The timeline of a ledger's month; a department sees the numbers of its own reports. */
  async of(ledger: LedgerFacts, month: Month): Promise<RoundTimelineView> {
    const round = await this.dispatch.round(ledger.id, month);
    const cycle = await this.cycles.cycleOf(month);
    const moments = await this.moments.of(ledger.id, month);
    const state = (round?.state as DispatchRoundState | undefined) ?? null;
    return {
      ledgerId: ledger.id,
      ledgerCode: ledger.code,
      ledgerTitle: ledger.title,
      month,
      roundId: round?.id ?? null,
      state,
      stateLabel: state === null ? '尚未开启' : dispatchRoundLifecycle.states[state],
      provisional: cycle.status === 'PROVISIONAL',
      madeUp: moments?.madeUp === 1,
      // The round keeps its own days, whatever a later holiday notice says; review and opening have none of their own.
      stages: stagesOf(await this.factsOf(ledger, month, { ...cycle, ...round }, moments)),
      version: moments?.version ?? null,
    };
  }

  private async factsOf(
    ledger: LedgerFacts,
    month: Month,
    days: TimelineFacts['days'],
    moments: RoundMoments | null,
  ): Promise<TimelineFacts> {
    const scope = departmentScopeOf(currentActor());
    const reports = { ledger: ledger.id, month };
    return {
      today: this.clock.today(),
      days,
      moments,
      reports: await this.figures.of(ledger.id, month, scope),
      unfrozen: await this.moments.unfrozenBefore(ledger.id, month),
      proposed: scope === null ? await this.moments.proposed(ledger.id) : 0,
      list: (what, n) =>
        ({
          missing: figure(n, '/reports/missing', reports),
          toReview: figure(n, '/reports', { ...reports, state: 'SUBMITTED' }),
          proposed: figure(n, '/reminders', { ledger: ledger.id, state: 'PROPOSED' }),
        })[what],
    };
  }
}
