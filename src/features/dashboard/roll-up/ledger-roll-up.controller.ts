import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { LedgerRollUpService } from './ledger-roll-up.service.js';
import type { LedgerRollUpView } from './present-ledger-roll-up.js';

/** 一本台账的下级进展汇总 */
@ApiTags('分解下达')
@Controller('ledgers/:id/roll-up')
export class LedgerRollUpController {
  constructor(private readonly rollUps: LedgerRollUpService) {}

  /** 台账中分解下达的各项任务、各下级辖区的接收情况和今天的灯，以及合计；id 为台账编号或者代码 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LEADER')
  async get(@Param('id') id: string): Promise<LedgerRollUpView> {
    return this.rollUps.of(id);
  }
}
