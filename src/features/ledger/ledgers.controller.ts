import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { IssueLedgerService } from './issue-ledger.service.js';
import { IssueLedgerRequest, LedgersQuery } from './ledger-requests.js';
import { LedgerQuery } from './ledger-query.js';
import type { IndicatorTreeResponse } from './present-indicators.js';
import { presentLedger, type LedgerPageResponse, type LedgerResponse } from './present-ledger.js';

@Controller('ledgers')
export class LedgersController {
  constructor(
    private readonly query: LedgerQuery,
    private readonly issuing: IssueLedgerService,
  ) {}

  /** 列出台账 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(@Query() query: LedgersQuery): Promise<LedgerPageResponse> {
    return this.query.list(query);
  }

  /** 查看一份台账及其各状态任务数 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async get(@Param('id') id: string): Promise<LedgerResponse> {
    return this.query.show(id);
  }

  /** 台账的指标树及各级指标下的任务数；联络员和部门负责人只计本单位参与的 */
  @Get(':id/indicators')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async indicators(@Param('id') id: string): Promise<IndicatorTreeResponse> {
    return this.query.indicators(id);
  }

  /** 印发台账，交办全部已立项任务 */
  @Post(':id/issue')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async issue(
    @Param('id') id: string,
    @Body() body: IssueLedgerRequest,
    @IfMatch() version: number,
  ): Promise<LedgerResponse> {
    return presentLedger(await this.issuing.issue(id, body, version));
  }

  /** 年度办结归档 */
  @Post(':id/close')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async close(@Param('id') id: string, @IfMatch() version: number): Promise<LedgerResponse> {
    return presentLedger(await this.issuing.close(id, version));
  }
}
