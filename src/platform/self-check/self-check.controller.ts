import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../auth/can.js';
import { OutsideUnit } from '../http/outside-unit.js';
import { presentSelfCheck, SelfCheckResponse } from './present-self-check.js';
import { SelfCheckService } from './self-check.service.js';

/** 运行自检 */
@ApiTags('运行')
@Controller('self-check')
export class SelfCheckController {
  constructor(private readonly service: SelfCheckService) {}

  /** 最近一次自检的结果、应为 0 的各项计数、审计锚点送达的情况 */
  @Get()
  @Can('SYSADMIN', 'AUDITOR')
  async overview(): Promise<SelfCheckResponse> {
    return presentSelfCheck(await this.service.overview());
  }

  /** 立即自检 */
  @Post()
  @HttpCode(200)
  @OutsideUnit()
  @Can('SYSADMIN')
  async lookNow(): Promise<SelfCheckResponse> {
    return presentSelfCheck(await this.service.lookNow());
  }
}
