import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { FileStore } from '../../platform/files/file-store.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { DispatchModule } from '../dispatch/dispatch.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { LitigationModule } from '../litigation/litigation.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { BulletinFiles } from './bulletin-files.service.js';
import { BulletinGround } from './bulletin-ground.js';
import { BulletinQueries } from './bulletin-queries.js';
import { BulletinStore } from './bulletin.store.js';
import { BulletinsController } from './bulletins.controller.js';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresService } from './figures/figures.service.js';
import { IssueBulletin } from './issue-bulletin.service.js';
import { PapersReader } from './papers.reader.js';

/** Bulletins: numbered, kept, the same bytes for ever. */
@Module({
  imports: [OrganizationModule, LedgerModule, DecisionsModule, LitigationModule, DispatchModule],
  controllers: [BulletinsController, FiguresController],
  providers: [
    {
      provide: FileStore,
      inject: [Settings],
      useFactory: (settings: Settings) => new FileStore(join(settings.DIAODU_DATA_DIR, 'files')),
    },
    BulletinFiles,
    BulletinGround,
    BulletinQueries,
    BulletinStore,
    FiguresService,
    IssueBulletin,
    PapersReader,
  ],
  exports: [PapersReader, IssueBulletin, BulletinFiles],
})
export class PapersModule {}
