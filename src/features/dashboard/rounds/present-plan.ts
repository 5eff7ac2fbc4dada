import type { VacancyView } from '../workbench/present-office.js';

/** 将要发出的一件提醒 */
export class PlannedItemView {
  label!: string;
  rung!: string;
  paper!: string;
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  /** 节点名称；任务本身为空 */
  node!: string;
  /** 为什么提醒 */
  explanation!: string;
  replyBy!: string | null;
  /** 抄送分管区领导 */
  copiesLeader!: boolean;
  /** 须先批准：DIRECTOR、LEADER；随冻结发出的为空 */
  approver!: 'DIRECTOR' | 'LEADER' | null;
}

/** 将要发给一位收件人的一份汇总 */
export class PlannedDigestView {
  sendOn!: string;
  department!: string;
  departmentName!: string;
  recipient!: 'LIAISON' | 'HEAD';
  /** 收件岗位；空缺且无负责人可送的为空 */
  postCode!: string;
  holder!: string;
  /** 联络员空缺，改送负责人 */
  fallback!: boolean;
  /** 有邮箱，可以邮件送达；否则当面签收 */
  byMail!: boolean;
  items!: PlannedItemView[];
}

/** 今天冻结会告诉谁什么 */
export class FreezePlanView {
  month!: string;
  asOf!: string;
  /** 随冻结发出的件数（每位收件人一件） */
  toSend!: number;
  /** 待批准后发出的件数 */
  toApprove!: number;
  digests!: PlannedDigestView[];
  /** 今日空缺的岗位 */
  vacancies!: VacancyView[];
}
