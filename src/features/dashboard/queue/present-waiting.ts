import { deliveryLifecycle, type DeliveryState } from '../../../domain/task/delivery-lifecycle.js';
import type { EventRow } from '../../../platform/jobs/queue.store.js';
import type { DeliveryRow, RobotPaceFacts } from '../../reminders/delivery-queue.reader.js';
import { eventWord } from './queue-words.js';

/** 一件待发事项；内容不在此显示 */
export class QueueEventResponse {
  id!: string;
  /** 事项类别（代码） */
  topic!: string;
  topicLabel!: string;
  /** 所涉对象的编号 */
  key!: string;
  /** WAITING 等待 · DEAD 已放弃 */
  state!: 'WAITING' | 'DEAD';
  stateLabel!: string;
  tries!: number;
  /** 下次办理时刻，毫秒 */
  nextAt!: number;
  /** 产生时刻，毫秒 */
  createdAt!: number;
  /** 最近一次失败的原因 */
  error!: string;
  canRetry!: boolean;
  version!: number;
}

/** 一页待发事项 */
export class QueueEventPageResponse {
  items!: QueueEventResponse[];
  next!: string | null;
}

/** 一件送达；内容不在此显示 */
export class QueueDeliveryResponse {
  id!: string;
  /** 提醒汇总的日期 */
  day!: string;
  departmentName!: string;
  /** LIAISON 联络员 · HEAD 负责人 */
  recipient!: 'LIAISON' | 'HEAD';
  /** MAIL 邮件 · ROBOT_WECOM 企业微信群机器人 · ROBOT_DINGTALK 钉钉群机器人 */
  channel!: 'MAIL' | 'ROBOT_WECOM' | 'ROBOT_DINGTALK';
  channelLabel!: string;
  state!: DeliveryState;
  stateLabel!: string;
  tries!: number;
  /** 下次发送时刻，毫秒；已放弃的为放弃的时刻 */
  nextAt!: number;
  /** 最近一次未送达的原因 */
  error!: string;
  signedOn!: string | null;
  canRetry!: boolean;
  version!: number;
}

/** 一页送达 */
export class QueueDeliveryPageResponse {
  items!: QueueDeliveryResponse[];
  next!: string | null;
}

/** 一个有消息要发的群机器人 */
export class QueueRobotResponse {
  id!: string;
  departmentName!: string;
  kind!: 'WECOM' | 'DINGTALK';
  kindLabel!: string;
  /** ON 启用 · OFF 停用 */
  state!: 'ON' | 'OFF';
  /** 等待发送的消息数 */
  waiting!: number;
  /** 近一分钟已发的消息数 */
  sentInMinute!: number;
  mostInMinute!: number;
  /** 被对方限流，至此时刻再发，毫秒；未被限流的为空 */
  heldUntil!: number | null;
}

/** 有消息要发的群机器人，至多列 100 个 */
export class QueueRobotsResponse {
  items!: QueueRobotResponse[];
}

/** 重试已登记 */
export class QueueRetryResponse {
  /** 何时办理，一句话 */
  note!: string;
}

const CHANNELS = { MAIL: '邮件', ROBOT_WECOM: '企业微信群机器人', ROBOT_DINGTALK: '钉钉群机器人' } as const;
export function presentQueueEvent(row: EventRow): QueueEventResponse {
  const { id, topic, key, tries, nextAt, createdAt } = row;
  const state = row.state as 'WAITING' | 'DEAD';
  return {
    id,
    topic,
    topicLabel: eventWord(topic),
    key,
    state,
    stateLabel: state === 'DEAD' ? '已放弃' : tries === 0 ? '等待办理' : '失败，等待重试',
    tries,
    nextAt,
    createdAt,
    error: row.lastError ?? '',
    canRetry: state === 'DEAD' || tries > 0,
    version: tries,
  };
}

export function presentQueueDelivery(row: DeliveryRow): QueueDeliveryResponse {
  const { id, day, departmentName, recipient, channel, state, tries, nextAt, lastError, signedOn } = row;
  return {
    id,
    day,
    departmentName,
    recipient,
    channel,
    channelLabel: CHANNELS[channel],
    state,
    stateLabel: deliveryLifecycle.states[state],
    tries,
    nextAt,
    error: lastError,
    signedOn,
    canRetry: signedOn === null && (state === 'FAILED' || state === 'GIVEN_UP'),
    version: row.fence,
  };
}

export function presentQueueRobot(robot: RobotPaceFacts): QueueRobotResponse {
  const { id, departmentName, kind, state, waiting, sentInMinute, mostInMinute, heldUntil } = robot;
  return {
    id,
    departmentName,
    kind,
    kindLabel: CHANNELS[`ROBOT_${kind}`],
    state,
    waiting,
    sentInMinute,
    mostInMinute,
    heldUntil,
  };
}
