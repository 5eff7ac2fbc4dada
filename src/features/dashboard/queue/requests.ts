import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { ListQuery } from '../../../platform/http/list-query.js';

const RUN_STATES = ['OPEN', 'RUNNING', 'STALLED', 'FAILED', 'DONE', 'COLLAPSED'] as const;
const EVENT_STATES = ['OPEN', 'WAITING', 'OVERDUE', 'DEAD'] as const;
const DELIVERY_STATES = ['OPEN', 'QUEUED', 'FAILED', 'GIVEN_UP'] as const;

export type RunState = (typeof RUN_STATES)[number];
export type EventState = (typeof EVENT_STATES)[number];
export type DeliveryStateChoice = (typeof DELIVERY_STATES)[number];

const JOB = /^[\w.-]{1,60}$/;

/** Which slots. */
export class RunListQuery extends ListQuery {
  /** OPEN 办理中和失败的 · RUNNING 办理中 · STALLED 等待接手 · FAILED 失败 · DONE 已办结 · COLLAPSED 由后一期代替 */
  @IsIn(RUN_STATES)
  state: RunState = 'OPEN';

  /** 任务名称（代码），如 dispatch.freeze */
  @IsOptional()
  @Matches(JOB)
  job?: string;
}

/** Which events. */
export class EventListQuery extends ListQuery {
  /** OPEN 未办结的 · WAITING 等待 · OVERDUE 等待超过一小时 · DEAD 已放弃 */
  @IsIn(EVENT_STATES)
  state: EventState = 'OPEN';
}

/** Which deliveries. */
export class DeliveryListQuery extends ListQuery {
  /** OPEN 未送达的 · QUEUED 待发送 · FAILED 发送失败，将自动重试 · GIVEN_UP 已放弃 */
  @IsIn(DELIVERY_STATES)
  state: DeliveryStateChoice = 'OPEN';

  /** MAIL 邮件 · ROBOT 群机器人 */
  @IsOptional()
  @IsIn(['MAIL', 'ROBOT'])
  means?: 'MAIL' | 'ROBOT';
}

/** Which slot is to be tried again; a slot holds slashes, hence no part of the address. */
export class RetryRunRequest {
  /** 任务名称（代码） */
  @Matches(JOB)
  job!: string;

  /** 任务时点 */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  slot!: string;
}
