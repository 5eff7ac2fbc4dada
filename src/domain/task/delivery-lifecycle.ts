import { defineLifecycle } from './lifecycle.js';

/** 送达状态 of one reminder or digest over one channel; who signed for it and when are facts beside it. */
export type DeliveryState = 'QUEUED' | 'SENT' | 'FAILED' | 'GIVEN_UP';

export type DeliveryDeed = 'SEND' | 'FAIL' | 'RETRY' | 'GIVE_UP' | 'READDRESS';

/**
 * 待发、已发、失败、放弃: a failure is either tried again or given up in the open, never forgotten. What was given up the office
 * may send again once the cause is gone (重发); what nobody has signed for follows the post to its next holder (改送).
 */
export const deliveryLifecycle = defineLifecycle<DeliveryState, DeliveryDeed>({
  thing: '送达',
  start: 'QUEUED',
  states: { QUEUED: '待发送', SENT: '已发送', FAILED: '发送失败', GIVEN_UP: '已放弃' },
  deeds: { SEND: '发送', FAIL: '记为失败', RETRY: '重发', GIVE_UP: '放弃发送', READDRESS: '改送' },
  moves: {
    QUEUED: { SEND: 'SENT', FAIL: 'FAILED', READDRESS: 'QUEUED' },
    FAILED: { RETRY: 'QUEUED', GIVE_UP: 'GIVEN_UP', READDRESS: 'QUEUED' },
    SENT: { READDRESS: 'QUEUED' },
    GIVEN_UP: { RETRY: 'QUEUED', READDRESS: 'QUEUED' },
  },
});
