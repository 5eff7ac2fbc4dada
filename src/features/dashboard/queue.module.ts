import { Module } from '@nestjs/common';
import { SelfCheckModule } from '../../platform/self-check/self-check.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { DueSlots } from './queue/due-slots.js';
import { QueueController } from './queue/queue.controller.js';
import { QueueLists } from './queue/queue-lists.service.js';
import { QueueOverviewService } from './queue/queue-overview.service.js';
import { RetryService } from './queue/retry.service.js';

/** 后台任务: what the program does by itself, for those who keep it running. */
@Module({
  imports: [LedgerModule, RemindersModule, SelfCheckModule],
  controllers: [QueueController],
  providers: [DueSlots, QueueLists, QueueOverviewService, RetryService],
})
export class QueueModule {}
