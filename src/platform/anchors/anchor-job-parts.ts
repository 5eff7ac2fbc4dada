import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { RunLedger } from '../jobs/run-ledger.js';

/** What the job needs of the tables. */
@Injectable()
export class AnchorJobParts {
  constructor(
    readonly db: Database,
    readonly ledger: RunLedger,
  ) {}
}
