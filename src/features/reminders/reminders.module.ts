import { Module, type OnModuleInit } from '@nestjs/common';
import { AUDIT_KEY } from '../../platform/audit/audit.module.js';
import { SecretBox } from '../../platform/auth/secret-box.js';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { NotifyModule } from '../../platform/notify/notify.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { DispatchModule } from '../dispatch/dispatch.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { Addressees } from './addressees.js';
import { DeliveryChannels } from './delivery-channels.js';
import { DeliveryQueueReader } from './delivery-queue.reader.js';
import { DeliveryQueueStore } from './delivery-queue.store.js';
import { DeliveryService } from './delivery.service.js';
import { DeliveryTable } from './delivery-table.js';
import { DeliverySettings } from './delivery-settings.js';
import { DeliveryStore } from './delivery.store.js';
import { DeliverySweep } from './delivery.sweep.js';
import { DigestContents } from './digest-contents.js';
import { DigestQueries } from './digest-queries.js';
import { DigestStore } from './digest.store.js';
import { DigestsController } from './digests.controller.js';
import { DigestsService } from './digests.service.js';
import { DigestTables } from './digest-tables.js';
import { MakeDigest } from './make-digest.service.js';
import { ReaddressSweep } from './readdress.sweep.js';
import { ReminderListController } from './reminder-list.controller.js';
import { ReminderListService } from './reminder-list.service.js';
import { ReminderListStore } from './reminder-list.store.js';
import { RemindersIssuedHandler } from './reminders-issued.handler.js';
import { RemindersReader } from './reminders.reader.js';
import { RetryDelivery } from './retry-delivery.deeds.js';
import { RobotKeys } from './robots/robot-keys.js';
import { RobotStore } from './robots/robot.store.js';
import { RobotsController } from './robots/robots.controller.js';
import { RobotsService } from './robots/robots.service.js';
import { TryRobot } from './robots/try-robot.service.js';

/** Digests of reminders, their mails and their signatures. */
@Module({
  imports: [OrganizationModule, CalendarModule, DispatchModule, NotifyModule],
  controllers: [DigestsController, ReminderListController, RobotsController],
  providers: [
    Addressees,
    {
      provide: SecretBox,
      inject: [AUDIT_KEY],
      useFactory: (key: Buffer) => new SecretBox(key, 'group robots'),
    },
    DeliveryChannels,
    DeliveryQueueReader,
    DeliveryQueueStore,
    DeliveryService,
    DeliverySettings,
    DeliveryStore,
    DeliverySweep,
    DeliveryTable,
    DigestContents,
    DigestQueries,
    DigestStore,
    DigestTables,
    DigestsService,
    MakeDigest,
    ReaddressSweep,
    ReminderListService,
    ReminderListStore,
    RemindersIssuedHandler,
    RemindersReader,
    RetryDelivery,
    RobotKeys,
    RobotStore,
    RobotsService,
    TryRobot,
  ],
  exports: [RemindersReader, DeliveryQueueReader, RetryDelivery, DeliveryService],
})
export class RemindersModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly remindersIssued: RemindersIssuedHandler,
    private readonly readdress: ReaddressSweep,
    private readonly deliveries: DeliverySweep,
  ) {}

  onModuleInit(): void {
    this.registry.addHandler(this.remindersIssued);
    // Before the mails, so that none goes out to somebody who has left.
    this.registry.addSweep(this.readdress);
    this.registry.addSweep(this.deliveries);
  }
}
