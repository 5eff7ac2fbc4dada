import { Injectable } from '@nestjs/common';
import { JobRegistry } from '../jobs/job-registry.js';
import { RunLedger } from '../jobs/run-ledger.js';
import { StandingReader } from './standing.js';

/** What the look needs of the schedule. */
@Injectable()
export class ScheduleAsked {
  constructor(
    readonly registry: JobRegistry,
    readonly ledger: RunLedger,
    readonly standing: StandingReader,
  ) {}
}
