import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import type { TaskPageView } from './present-task-page.js';
import { TaskPageService } from './task-page.service.js';

/** 任务 */
@ApiTags('重点任务台账')
@Controller('task-pages')
export class TaskPagesController {
  constructor(private readonly pages: TaskPageService) {}

  /** 一项任务的全部情况：印发原文、分工和灯、沿革、月报、申请、督促、审计和可以办理的事项 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async get(@Param('id') id: string): Promise<TaskPageView> {
    return this.pages.show(id);
  }
}
