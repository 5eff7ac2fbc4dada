import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../auth/can.js';
import { OutsideUnit } from '../http/outside-unit.js';
import { BackupService } from './backup.service.js';
import { ListBackupsService } from './list-backups.service.js';
import {
  BackupMadeResponse,
  BackupsResponse,
  BackupVerdictResponse,
  presentMade,
  presentOverview,
  presentVerdict,
} from './present-backup.js';
import { BackupParams } from './requests.js';

/** 备份 */
@ApiTags('备份')
@Controller('backups')
export class BackupsController {
  constructor(
    private readonly backups: BackupService,
    private readonly listing: ListBackupsService,
  ) {}

  /** 备份清单、定时备份的状况和恢复的命令 */
  @Get()
  @Can('SYSADMIN', 'AUDITOR')
  async list(): Promise<BackupsResponse> {
    return presentOverview(await this.listing.overview());
  }

  /** 立即备份；进度用请求头 x-progress-id 收听 */
  @Post()
  @OutsideUnit()
  @Can('SYSADMIN')
  async make(): Promise<BackupMadeResponse> {
    return presentMade(await this.backups.makeNow());
  }

  /** 核验一份备份：逐个文件比对，检查数据库，重算审计链 */
  @Post(':name/verify')
  @HttpCode(200)
  @OutsideUnit()
  @Can('SYSADMIN')
  async verify(@Param() { name }: BackupParams): Promise<BackupVerdictResponse> {
    return presentVerdict(await this.backups.verify(name));
  }
}
