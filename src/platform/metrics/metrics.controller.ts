import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../auth/can.js';
import { Meters } from './meters.js';

const TEXT = 'text/plain';

/** 运行指标 */
@ApiTags('运行')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly meters: Meters) {}

  /** 运行指标（Prometheus 文本格式）；系统管理员登录后，或者以 DIAODU_METRICS_TOKEN 为令牌读取 */
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOkResponse({ description: '指标', content: { [TEXT]: { schema: { type: 'string' } } } })
  @Can('SCRAPER', 'SYSADMIN')
  metrics(): Promise<string> {
    return this.meters.text();
  }
}
