import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import type { RollUpView } from './present-roll-up.js';
import { RollUpService } from './roll-up.service.js';

/** 分解下达任务的汇总 */
@ApiTags('分解下达')
@Controller('tasks/:id/roll-up')
export class RollUpController {
  constructor(private readonly rollUps: RollUpService) {}

  /** 一项任务分解下达后各下级的接收情况、灯、进展和合计；联络员和部门负责人限本单位牵头的任务 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async get(@Param('id') id: string): Promise<RollUpView> {
    return this.rollUps.of(id);
  }
}
