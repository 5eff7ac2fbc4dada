import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/job-registry.js';

/** PROVISIONAL wiring by the lead so that the program boots; helper F5 replaces this file. */
@Module({})
export class RemindersModule implements OnModuleInit {
  constructor(private readonly registry: JobRegistry) {}

  onModuleInit(): void {
    this.registry.addHandler({ topic: 'reminders.issued', handle: () => Promise.resolve() });
  }
}
