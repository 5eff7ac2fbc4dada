import { Body, Controller, Get, Param, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import { Clock } from '../../platform/clock/clock.js';
import { CircularService } from './circular.service.js';
import { CircularFormatPipe, CIRCULAR_TYPES, type CircularFormat } from './circular-format.pipe.js';
import { CourtAppearanceQuery } from './court-appearance-query.js';
import { RateBoardResponse, RateResponse, ReconciliationResponse } from './present-rate.js';
import {
  CircularQuery,
  CourtFiguresRequest,
  QuarterQuery,
  RateListQuery,
  RateOfQuery,
} from './rate-requests.js';
import { ReconcileService } from './reconcile.service.js';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;
const FILE_CONTENT = Object.fromEntries(Object.values(CIRCULAR_TYPES).map((type) => [type, FILE]));

/** 出庭率、与法院核对、季度通报 */
@ApiTags('出庭应诉')
@Controller('court-appearance')
export class CourtAppearanceController {
  constructor(
    private readonly query: CourtAppearanceQuery,
    private readonly reconciling: ReconcileService,
    private readonly circular: CircularService,
    private readonly clock: Clock,
  ) {}

  /** 一个口径的出庭率及其分子、分母、不计的名单；单位只见本单位的 */
  @Get('rate')
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async rate(@Query() query: RateOfQuery): Promise<RateResponse> {
    return this.query.rate(query);
  }

  /** 各单位出庭率，附名次；单位只见本单位的 */
  @Get('board')
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async board(@Query() query: RateListQuery): Promise<RateBoardResponse> {
    return this.query.board(query);
  }

  /** 录入法院一个季度的名单，代替先前录入的 */
  @Put('court-figures')
  @Can('CLERK', 'DIRECTOR')
  async enter(@Body() { year, quarter, lines }: CourtFiguresRequest): Promise<ReconciliationResponse> {
    const wished = lines.map(({ case: number, department = null, appeared = null, heldOn = null }) => ({
      case: number,
      department,
      appeared,
      heldOn,
    }));
    await this.reconciling.enter(year, quarter, wished);
    return this.reconciling.compare(year, quarter);
  }

  /** 与法院一个季度的名单逐案核对 */
  @Get('reconciliation')
  @Can('CLERK', 'DIRECTOR', 'LEADER')
  async reconciliation(@Query() { year, quarter }: QuarterQuery): Promise<ReconciliationResponse> {
    return this.reconciling.compare(year, quarter);
  }

  /** 季度通报，docx 或者 xlsx；按同一天的记录总是同样的文件 */
  @Get('circulars/:format')
  @ApiOkResponse({ description: '季度通报', content: FILE_CONTENT })
  @Can('CLERK', 'DIRECTOR', 'LEADER')
  async file(
    @Param('format', CircularFormatPipe) format: CircularFormat,
    @Query() { year, quarter, asOf }: CircularQuery,
  ): Promise<StreamableFile> {
    const bytes = await this.circular.file(year, quarter, format, asOf ?? this.clock.today());
    return new StreamableFile(bytes, {
      type: CIRCULAR_TYPES[format],
      disposition: `attachment; filename="court-appearance-${year}-Q${quarter}.${format}"`,
      length: bytes.length,
    });
  }
}
