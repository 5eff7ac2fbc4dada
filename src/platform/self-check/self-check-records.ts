import { Injectable } from '@nestjs/common';
import { Logger } from '../log/logger.js';
import { Alerts } from './alerts.js';
import { SelfCheckStore } from './self-check.store.js';

/** What is kept of a look, and who is told. */
@Injectable()
export class SelfCheckRecords {
  constructor(
    readonly store: SelfCheckStore,
    readonly alerts: Alerts,
    readonly log: Logger,
  ) {}
}
