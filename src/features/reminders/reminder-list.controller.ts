import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import type { ReminderListView } from './present-reminder-list.js';
import { ReminderListQuery } from './reminder-list-requests.js';
import { ReminderListService } from './reminder-list.service.js';

/** 提醒台账 */
@ApiTags('提醒')
@Controller('reminders')
export class ReminderListController {
  constructor(private readonly reminders: ReminderListService) {}

  /** 提醒台账：各级提醒、催办、督办、通报、约谈及其送达、签收、答复；单位只见发给本单位的 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async list(@Query() query: ReminderListQuery): Promise<ReminderListView> {
    return this.reminders.page(query);
  }
}
