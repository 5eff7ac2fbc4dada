import { Module } from '@nestjs/common';
import { BackupJob } from './backup.job.js';
import { BackupService } from './backup.service.js';
import { BackupsController } from './backups.controller.js';
import { ListBackupsService } from './list-backups.service.js';

/** Backups of either edition. */
@Module({
  controllers: [BackupsController],
  providers: [BackupService, BackupJob, ListBackupsService],
  exports: [BackupService],
})
export class BackupModule {}
