import { Module, type DynamicModule } from '@nestjs/common';
import { AnchorsModule } from '../anchors/anchors.module.js';
import { AuditArchiveController } from './audit-archive.controller.js';
import { AuditArchiveService } from './audit-archive.service.js';
import { AUDITED_THINGS, type AuditedThing } from './audited-things.js';

/** The audit trail for those who check it elsewhere. */
@Module({})
export class AuditArchiveModule {
  static for(things: readonly AuditedThing[]): DynamicModule {
    return {
      module: AuditArchiveModule,
      imports: [AnchorsModule],
      controllers: [AuditArchiveController],
      providers: [AuditArchiveService, { provide: AUDITED_THINGS, useValue: things }],
      exports: [AuditArchiveService],
    };
  }
}
