import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import type { WorkbenchView } from './present-workbench.js';
import { WorkbenchService } from './workbench.service.js';

/** 工作台 */
@ApiTags('工作台')
@Controller('workbench')
export class WorkbenchController {
  constructor(private readonly workbench: WorkbenchService) {}

  /** 本岗位的工作台：本月进度、待我办理、灯和空缺岗位 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER', 'SYSADMIN', 'SECADMIN', 'AUDITOR')
  async mine(): Promise<WorkbenchView> {
    return this.workbench.mine();
  }
}
