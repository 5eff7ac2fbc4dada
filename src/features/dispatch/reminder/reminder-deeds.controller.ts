import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { presentReminder, type ReminderResponse } from './present-reminder.js';
import { ReminderService } from './reminder.service.js';
import { WordsRequest } from '../requests.js';

/** 提醒文书的办理 */
@ApiTags('提醒')
@Controller('reminders')
export class ReminderDeedsController {
  constructor(private readonly reminders: ReminderService) {}

  /** 批准通报、约谈文书并编号发出 */
  @Post(':id/approve')
  @HttpCode(200)
  @Can('DIRECTOR', 'LEADER')
  async approve(@Param('id') id: string): Promise<ReminderResponse> {
    return presentReminder(await this.reminders.approve(id));
  }

  /** 被提醒单位答复 */
  @Post(':id/reply')
  @HttpCode(200)
  @Can('LIAISON', 'HEAD')
  async reply(@Param('id') id: string, @Body() body: WordsRequest): Promise<ReminderResponse> {
    return presentReminder(await this.reminders.reply(id, body.text));
  }

  /** 撤销一条提醒并留下理由 */
  @Post(':id/dismiss')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async dismiss(@Param('id') id: string, @Body() body: WordsRequest): Promise<ReminderResponse> {
    return presentReminder(await this.reminders.dismiss(id, body.text));
  }
}
