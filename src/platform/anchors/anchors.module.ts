import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Logger } from '../log/logger.js';
import { Mailer } from '../notify/mailer.js';
import { NotifyModule } from '../notify/notify.module.js';
import { AnchorJob } from './anchor.job.js';
import { AnchorJobParts } from './anchor-job-parts.js';
import { AnchorPlaces } from './anchor-places.js';
import { AnchorStanding } from './anchor-standing.js';
import { AnchorStore } from './anchor.store.js';
import { SendAnchors } from './send-anchors.js';

/** Puts points of the audit chain where nobody who can write to the database can reach them. */
@Module({
  imports: [NotifyModule],
  providers: [
    {
      provide: AnchorPlaces,
      inject: [Settings, Mailer, Logger],
      useFactory: (settings: Settings, mailer: Mailer, log: Logger) =>
        new AnchorPlaces(settings, mailer, log),
    },
    AnchorStore,
    AnchorJobParts,
    AnchorJob,
    SendAnchors,
    AnchorStanding,
  ],
  exports: [AnchorStanding, AnchorStore],
})
export class AnchorsModule implements OnApplicationBootstrap {
  constructor(
    private readonly places: AnchorPlaces,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    for (const warning of this.places.warnings) this.log.warn(warning);
  }
}
