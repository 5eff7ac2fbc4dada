import { Module } from '@nestjs/common';
import { AuditDesk } from './audit-desk.service.js';
import { AuditEventsController } from './audit-events.controller.js';
import { AuditList } from './audit-list.js';

/** The audit trail for its auditor. */
@Module({ controllers: [AuditEventsController], providers: [AuditList, AuditDesk] })
export class AuditPageModule {}
