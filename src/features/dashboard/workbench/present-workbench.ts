import type { Role } from '../../../platform/auth/actor.js';
import type { DepartmentDeskView } from './present-department.js';
import type { LightsView } from './present-lights.js';
import type { MonthStandingView } from './present-month.js';
import type { OfficeDeskView } from './present-office.js';

/** 系统管理员、安全管理员、审计员 */
export class AdministrationView {
  /** 审计日志的条数 */
  auditEvents!: number;
  /** 最近一条的时刻（毫秒） */
  lastAuditAt!: number | null;
}

/** 工作台；与本岗位无关的部分为空 */
export class WorkbenchView {
  today!: string;
  role!: Role;
  /** 各台账本月和尚未通报的上月的进度 */
  months!: MonthStandingView[];
  office!: OfficeDeskView | null;
  department!: DepartmentDeskView | null;
  lights!: LightsView | null;
  administration!: AdministrationView | null;
}
