import type { Reminder } from './reminder.entity.js';

/** 一件提醒文书 */
export class ReminderResponse {
  id!: string;
  /** 文号，如 催〔2023〕5号；编号前为空 */
  number!: string;
  /** 提醒、催办、督办、通报、约谈 */
  label!: string;
  /** 文种，如督办函 */
  paper!: string;
  /** PROPOSED 待批准 · ISSUED 已发出 · REPLIED 已答复 · DISMISSED 已撤销 */
  state!: 'PROPOSED' | 'ISSUED' | 'REPLIED' | 'DISMISSED';
  /** 答复内容或者撤销理由 */
  stateReason!: string;
  sendOn!: string;
  replyBy!: string | null;
  /** 时限、天数和提醒缘由 */
  explanation!: string;
}

export function presentReminder(reminder: Reminder): ReminderResponse {
  const { id, number, label, paper, stateReason, sendOn, replyBy, explanation } = reminder;
  const state = reminder.state as ReminderResponse['state'];
  return { id, number, label, paper, state, stateReason, sendOn, replyBy, explanation };
}
