import { Injectable } from '@nestjs/common';
import { CycleReader } from '../../calendar/cycle.reader.js';
import { LedgerReader } from '../../ledger/ledger.reader.js';
import { ReportingReader } from '../../reporting/reporting.reader.js';
import { PreviousRounds } from '../judging/previous-rounds.js';
import { ReminderStore } from './reminder.store.js';

/** The readers and stores a chase asks. */
@Injectable()
export class ChaseSources {
  constructor(
    readonly ledgers: LedgerReader,
    readonly reporting: ReportingReader,
    readonly cycles: CycleReader,
    readonly previous: PreviousRounds,
    readonly reminders: ReminderStore,
  ) {}
}
