import { Module } from '@nestjs/common';
import { AssignmentStore } from './assignment.store.js';
import { LedgerReader } from './ledger.reader.js';
import { LedgerStore } from './ledger.store.js';
import { TaskFactsStore } from './task-facts.store.js';

/** Ledgers, their tasks and everything that changes them. */
@Module({
  providers: [LedgerStore, TaskFactsStore, AssignmentStore, LedgerReader],
  exports: [LedgerReader],
})
export class LedgerModule {}
