import { Module, type DynamicModule } from '@nestjs/common';
import { AuditDesk } from './audit-desk.service.js';
import { AuditEventsController } from './audit-events.controller.js';
import { AuditList } from './audit-list.js';
import { AUDIT_NAMES, type AuditNames } from './audit-names.js';

/** The audit trail for its auditor. */
@Module({})
export class AuditPageModule {
  /** Takes what operations and objects are called. */
  static for(names: AuditNames): DynamicModule {
    return {
      module: AuditPageModule,
      controllers: [AuditEventsController],
      providers: [AuditList, AuditDesk, { provide: AUDIT_NAMES, useValue: names }],
    };
  }
}
