import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { OutsideUnit } from '../../../platform/http/outside-unit.js';
import { DigestQueries } from '../digest-queries.js';
import type { DepartmentRobot } from './department-robot.entity.js';
import { presentRobot, RobotListResponse, RobotResponse, RobotTestResponse } from './present-robot.js';
import { AddRobotRequest, RobotKeyRequest, SwitchRobotRequest } from './requests.js';
import { RobotsService } from './robots.service.js';
import { TryRobot } from './try-robot.service.js';

/** 群机器人 */
@ApiTags('提醒')
@Controller('robots')
export class RobotsController {
  constructor(
    private readonly robots: RobotsService,
    private readonly trying: TryRobot,
    private readonly queries: DigestQueries,
  ) {}

  /** 各单位的群机器人；密钥不显示 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async list(): Promise<RobotListResponse> {
    const departments = await this.queries.departments();
    return { items: (await this.robots.all()).map((robot) => presentRobot(robot, departments)) };
  }

  /** 为单位登记群机器人，即时启用 */
  @Post()
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async add(@Body() { department, kind, key, secret }: AddRobotRequest): Promise<RobotResponse> {
    return this.present(await this.robots.add(department, kind, key, secret ?? null));
  }

  /** 更换密钥 */
  @Put(':id/key')
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async replaceKey(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { key, secret }: RobotKeyRequest,
  ): Promise<RobotResponse> {
    return this.present(await this.robots.replaceKey(id, version, key, secret ?? null));
  }

  /** 启用或者停用 */
  @Post(':id/switch')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async turn(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { state }: SwitchRobotRequest,
  ): Promise<RobotResponse> {
    return this.present(await this.robots.turn(id, version, state));
  }

  /** 发送测试消息 */
  @Post(':id/test')
  @HttpCode(200)
  @OutsideUnit()
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async test(@Param('id') id: string): Promise<RobotTestResponse> {
    const reason = await this.trying.try(id);
    return { sent: reason === null, reason: reason ?? '' };
  }

  private async present(robot: DepartmentRobot): Promise<RobotResponse> {
    return presentRobot(robot, await this.queries.departments());
  }
}
