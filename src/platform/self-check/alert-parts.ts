import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { Logger } from '../log/logger.js';

/** What the alerts need beside their table. */
@Injectable()
export class AlertParts {
  constructor(
    readonly settings: Settings,
    readonly clock: Clock,
    readonly log: Logger,
  ) {}
}
