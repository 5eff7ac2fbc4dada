import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AuditModule } from '../platform/audit/audit.module.js';
import { StaleInterceptor } from '../platform/audit/stale.interceptor.js';
import { AuditArchiveModule } from '../platform/audit-archive/audit-archive.module.js';
import { AuditPageModule } from '../platform/audit-page/audit-page.module.js';
import { AccessGuard } from '../platform/auth/access.guard.js';
import { ActorInterceptor } from '../platform/auth/actor.interceptor.js';
import { BackupModule } from '../platform/backup/backup.module.js';
import { ClockModule } from '../platform/clock/clock.module.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { EtagInterceptor } from '../platform/http/etag.interceptor.js';
import { HealthController } from '../platform/http/health.controller.js';
import { IdempotencyInterceptor } from '../platform/http/idempotency.interceptor.js';
import { ProblemFilter } from '../platform/http/problem.filter.js';
import { ProgressInterceptor } from '../platform/http/progress/progress.interceptor.js';
import { ProgressModule } from '../platform/http/progress/progress.module.js';
import { Stopping } from '../platform/http/stopping.js';
import { validation } from '../platform/http/validation.js';
import { JobsModule } from '../platform/jobs/jobs.module.js';
import { LogModule } from '../platform/log/log.module.js';
import { MetricsModule } from '../platform/metrics/metrics.module.js';
import { SelfCheckModule } from '../platform/self-check/self-check.module.js';
import { TallyModule } from '../platform/tally/tally.module.js';
import { ActorModule } from './actor.module.js';
import { auditNames } from './audit-names.js';
import { auditedThings } from './audited-things.js';
import { persistence } from './persistence.js';

/** Everything below the features, wired once. Interceptors run in this order: who acts, then how far, then once, then its version, then who
 * was faster. */
@Module({
  imports: [
    LogModule,
    DatabaseModule.for(persistence),
    ClockModule,
    AuditModule,
    JobsModule,
    BackupModule,
    AuditPageModule.for(auditNames),
    AuditArchiveModule.for(auditedThings),
    ActorModule,
    ProgressModule,
    MetricsModule,
    TallyModule,
    SelfCheckModule,
  ],
  controllers: [HealthController],
  providers: [
    Stopping,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useFactory: validation },
    { provide: APP_INTERCEPTOR, useClass: ActorInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ProgressInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_INTERCEPTOR, useClass: StaleInterceptor },
  ],
})
export class PlatformModule {}
