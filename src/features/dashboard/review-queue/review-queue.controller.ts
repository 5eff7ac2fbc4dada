import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import type { ReviewQueueView } from './present-queue.js';
import { ReviewQueueQuery } from './review-queue-requests.js';
import { ReviewQueueService } from './review-queue.service.js';

/** 审核 */
@ApiTags('月报')
@Controller('reports/review-queue')
export class ReviewQueueController {
  constructor(private readonly queue: ReviewQueueService) {}

  /** 审核队列：先报先审，附上次核定进度、增幅和前后各一份 */
  @Get()
  @Can('CLERK', 'DIRECTOR')
  async page(@Query() query: ReviewQueueQuery): Promise<ReviewQueueView> {
    return this.queue.page(query);
  }
}
