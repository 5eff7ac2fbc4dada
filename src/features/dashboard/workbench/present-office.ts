import type { FigureView } from './present-figure.js';

/** What can wait on a desk of the office. */
export type WaitingKind =
  | 'BREAKDOWNS'
  | 'BREAKDOWNS_RETURNED'
  | 'REPORTS'
  | 'REQUESTS_EXTENSION'
  | 'REQUESTS_CLOSE_OUT'
  | 'OBJECTIONS'
  | 'REMINDERS_PROPOSED'
  | 'REPLIES_OVERDUE'
  | 'DIGESTS_GIVEN_UP'
  | 'DIGESTS_UNSIGNED';

/** 待我办理的一类事项 */
export class WaitingView {
  kind!: WaitingKind;
  label!: string;
  figure!: FigureView;
  /** 其中最早一件的日期 */
  oldestOn!: string | null;
}

/** 未入库的导入 */
export class OpenImportView {
  id!: string;
  fileName!: string;
  createdOn!: string;
}

/** 空缺的岗位 */
export class VacancyView {
  department!: string;
  departmentName!: string;
  kind!: 'LIAISON' | 'HEAD' | 'CLERK' | 'DIRECTOR' | 'LEADER';
  kindLabel!: string;
  /** 从未设岗的为空 */
  postCode!: string | null;
  lastHolder!: string | null;
  /** 空缺之日 */
  since!: string | null;
  /** 该单位承办中的任务数 */
  openTasks!: number;
  /** 联络员空缺时改送的负责人；没有的为空 */
  fallbackPost!: string | null;
  fallbackHolder!: string | null;
}

/** 依法治区办和区领导：待我办理的事项 */
export class OfficeDeskView {
  waiting!: WaitingView[];
  imports!: OpenImportView[];
  vacancies!: VacancyView[];
}
