import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { FiguresQuery } from './figures-query.js';
import { FiguresService } from './figures.service.js';
import { presentFigure, type FigureResponse } from './present-figure.js';

/** 年度数据 */
@ApiTags('年度数据')
@Controller('figures')
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  /** 一个年度的各项数据及其依据的记录 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LEADER')
  async list(@Query() { year, asOf }: FiguresQuery): Promise<FigureResponse[]> {
    return (await this.figures.of(year, asOf)).map(presentFigure);
  }
}
