import { Global, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Clock } from '../clock/clock.js';
import { OfficeClock } from '../clock/office-clock.js';
import { OfficeDay } from '../clock/office-day.js';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { Logger } from '../log/logger.js';
import { Tally } from '../tally/tally.js';
import { BellDesk } from './bell-desk.js';
import { Doorbell } from './doorbell.js';
import { ClockGuard } from './clock-guard.js';
import { JobRegistry } from './job-registry.js';
import { JobRunner } from './job-runner.js';
import { makeTransport } from './make-transport.js';
import { Outbox } from './outbox.js';
import { ProcessHeart } from './process-heart.js';
import { QueueStore } from './queue.store.js';
import { RunLedger } from './run-ledger.js';
import { PROCESS_OWNER, thisOwner } from './run-owner.js';
import { Scheduler } from './scheduler.js';
import { Ticker } from './ticker.js';
import { TransportState } from './transport-state.js';
import { Transport } from './transport.js';

@Global()
@Module({
  imports: [ScheduleModule.forRoot()],
  providers: [
    JobRegistry,
    Ticker,
    BellDesk,
    Doorbell,
    ProcessHeart,
    QueueStore,
    { provide: PROCESS_OWNER, useFactory: thisOwner },
    {
      provide: TransportState,
      inject: [Settings, Clock],
      useFactory: (settings: Settings, clock: Clock) => new TransportState(settings.DIAODU_TRANSPORT, clock),
    },
    { provide: Transport, inject: [Settings, TransportState, Logger], useFactory: makeTransport },
    {
      provide: RunLedger,
      inject: [Database, Clock, Settings, PROCESS_OWNER, Tally],
      useFactory: (db: Database, clock: Clock, settings: Settings, owner: string, tally: Tally) =>
        new RunLedger(db, clock, owner, settings.DIAODU_LEASE_MS, () => tally.count('fenceRefusals')),
    },
    {
      provide: JobRunner,
      inject: [Database, RunLedger],
      useFactory: (db: Database, ledger: RunLedger) => new JobRunner(db, ledger),
    },
    {
      provide: ClockGuard,
      inject: [Database, OfficeClock],
      useFactory: (db: Database, clock: OfficeClock) => new ClockGuard(db, clock),
    },
    {
      provide: Outbox,
      inject: [Database, Clock, JobRegistry, Transport],
      useFactory: (db: Database, clock: Clock, registry: JobRegistry, transport: Transport) =>
        new Outbox(db, clock, registry, transport),
    },
    {
      provide: Scheduler,
      inject: [JobRegistry, JobRunner, ClockGuard, OfficeDay, Clock, Logger],
      useFactory: (
        registry: JobRegistry,
        runner: JobRunner,
        guard: ClockGuard,
        officeDay: OfficeDay,
        clock: Clock,
        log: Logger,
      ) => new Scheduler(registry, runner, guard, officeDay, clock, log),
    },
  ],
  exports: [
    Doorbell,
    JobRegistry,
    ProcessHeart,
    QueueStore,
    Ticker,
    RunLedger,
    JobRunner,
    ClockGuard,
    Outbox,
    Scheduler,
    Transport,
    TransportState,
  ],
})
export class JobsModule {}
