import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { AUDIT_KEY } from '../../platform/audit/audit.module.js';
import { Settings } from '../../platform/config/settings.js';
import { FileStore } from '../../platform/files/file-store.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { AccessEvidenceService } from './access-evidence.service.js';
import { AccessKey } from './access-key.js';
import { ChangeEvidenceService } from './change-evidence.service.js';
import { EvidenceAccessController } from './evidence-access.controller.js';
import { EvidenceCitedHandler } from './evidence-cited.handler.js';
import { EvidenceDesk } from './evidence-desk.js';
import { EvidenceFiles } from './evidence-files.js';
import { EvidenceLinkStore } from './evidence-link.store.js';
import { EvidenceQuery } from './evidence-query.js';
import { EvidenceSettings } from './evidence-settings.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceReader } from './evidence.reader.js';
import { EvidenceStore } from './evidence.store.js';
import { SweepEvidenceJob } from './jobs/sweep-evidence.job.js';
import { KeepEvidence } from './keep-evidence.js';
import { KeepFileDeeds } from './keep-file.deeds.js';
import { LinkEvidenceService } from './link-evidence.service.js';
import { TaskEvidenceController } from './task-evidence.controller.js';
import { UploadEvidenceService } from './upload-evidence.service.js';

/** Files that prove what was done: taken in, linked, fetched, never lost. */
@Module({
  imports: [OrganizationModule, LedgerModule],
  controllers: [TaskEvidenceController, EvidenceController, EvidenceAccessController],
  providers: [
    {
      provide: FileStore,
      inject: [Settings],
      useFactory: (settings: Settings) => new FileStore(join(settings.DIAODU_DATA_DIR, 'files')),
    },
    { provide: AccessKey, inject: [AUDIT_KEY], useFactory: (key: Buffer) => new AccessKey(key) },
    EvidenceSettings,
    EvidenceStore,
    EvidenceLinkStore,
    EvidenceDesk,
    EvidenceFiles,
    EvidenceQuery,
    KeepEvidence,
    KeepFileDeeds,
    UploadEvidenceService,
    ChangeEvidenceService,
    LinkEvidenceService,
    AccessEvidenceService,
    EvidenceCitedHandler,
    SweepEvidenceJob,
    EvidenceReader,
  ],
  exports: [EvidenceReader, KeepFileDeeds],
})
export class EvidenceModule {}
