import { Module, type OnModuleInit } from '@nestjs/common';
import { AnchorsModule } from '../anchors/anchors.module.js';
import { MetricsModule } from '../metrics/metrics.module.js';
import { Meters } from '../metrics/meters.js';
import { NotifyModule } from '../notify/notify.module.js';
import { AlertParts } from './alert-parts.js';
import { Alerts } from './alerts.js';
import { LookAtItself } from './look-at-itself.js';
import { ScheduleAsked } from './schedule-asked.js';
import { SelfCheckController } from './self-check.controller.js';
import { SelfCheckGauges } from './self-check-gauges.js';
import { SelfCheckJob } from './self-check.job.js';
import { SelfCheckRecords } from './self-check-records.js';
import { SelfCheckAsked } from './self-check-asked.js';
import { SelfCheckService } from './self-check.service.js';
import { SelfCheckStore } from './self-check.store.js';
import { StandingReader } from './standing.js';

/** The program looks at itself every hour and tells what should not be. */
@Module({
  imports: [AnchorsModule, MetricsModule, NotifyModule],
  controllers: [SelfCheckController],
  providers: [
    SelfCheckStore,
    StandingReader,
    ScheduleAsked,
    LookAtItself,
    AlertParts,
    Alerts,
    SelfCheckRecords,
    SelfCheckJob,
    SelfCheckAsked,
    SelfCheckService,
    SelfCheckGauges,
  ],
  exports: [StandingReader],
})
export class SelfCheckModule implements OnModuleInit {
  constructor(
    private readonly meters: Meters,
    private readonly gauges: SelfCheckGauges,
  ) {}

  onModuleInit(): void {
    this.meters.addSource(this.gauges);
  }
}
