import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { CatalogueQuery } from './catalogue-query.js';
import { CatalogueService } from './catalogue.service.js';
import { CatalogueBoardResponse, CataloguesResponse } from './present-catalogue.js';
import {
  CatalogueBoardQuery,
  CatalogueItemRequest,
  ConsentRequest,
  NewCatalogueRequest,
  PublishCatalogueRequest,
  RemoveItemRequest,
} from './catalogue-requests.js';

/** Yearly catalogues of decisions. */
@ApiTags('重大行政决策')
@Controller('decision-catalogues')
export class CataloguesController {
  constructor(
    private readonly query: CatalogueQuery,
    private readonly catalogues: CatalogueService,
  ) {}

  /** 列出本辖区和下辖市、区的年度目录 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(): Promise<CataloguesResponse> {
    return this.query.list();
  }

  /** 目录看板：各事项的灯号和办到哪一步；默认本辖区的 */
  @Get(':year')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async board(
    @Param('year', ParseIntPipe) year: number,
    @Query() { jurisdiction }: CatalogueBoardQuery,
  ): Promise<CatalogueBoardResponse> {
    return this.query.board(year, jurisdiction);
  }

  /** 建立年度目录 */
  @Post()
  @Can('CLERK')
  async create(@Body() { year }: NewCatalogueRequest): Promise<CatalogueBoardResponse> {
    await this.catalogues.create(year);
    return this.query.board(year);
  }

  /** 列入事项，写明理由 */
  @Post(':year/items')
  @HttpCode(200)
  @Can('CLERK')
  async add(
    @Param('year', ParseIntPipe) year: number,
    @Body() { decisionId, reason }: CatalogueItemRequest,
    @IfMatch() version: number,
  ): Promise<CatalogueBoardResponse> {
    await this.catalogues.add(year, decisionId, reason, version);
    return this.query.board(year);
  }

  /** 调出事项，写明理由 */
  @Post(':year/items/:itemId/remove')
  @HttpCode(200)
  @Can('CLERK')
  async remove(
    @Param('year', ParseIntPipe) year: number,
    @Param('itemId') itemId: string,
    @Body() { reason }: RemoveItemRequest,
    @IfMatch() version: number,
  ): Promise<CatalogueBoardResponse> {
    await this.catalogues.remove(year, itemId, reason, version);
    return this.query.board(year);
  }

  /** 登记同级党委同意 */
  @Post(':year/consent')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async consent(
    @Param('year', ParseIntPipe) year: number,
    @Body() body: ConsentRequest,
    @IfMatch() version: number,
  ): Promise<CatalogueBoardResponse> {
    await this.catalogues.consent(year, body, version);
    return this.query.board(year);
  }

  /** 批准公布 */
  @Post(':year/publish')
  @HttpCode(200)
  @Can('DIRECTOR')
  async publish(
    @Param('year', ParseIntPipe) year: number,
    @Body() body: PublishCatalogueRequest,
    @IfMatch() version: number,
  ): Promise<CatalogueBoardResponse> {
    await this.catalogues.publish(year, body, version);
    return this.query.board(year);
  }
}
