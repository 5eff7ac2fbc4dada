import type { Role } from '../../platform/auth/actor.js';
import type { Session } from './session.entity.js';

/** A department as it is named. */
export class SessionDepartmentResponse {
  code!: string;
  name!: string;
}

/** A post one may act for. */
export class SessionPostResponse {
  code!: string;
  role!: Role;
  /** 岗位名称 */
  roleLabel!: string;
  department!: SessionDepartmentResponse | null;
}

/** Whose session it is. */
export class SessionAccountResponse {
  id!: string;
  username!: string;
  name!: string;
}

/** What the page can check of a new password while it is typed. */
export class PasswordWishesResponse {
  /** 至少多少个字符 */
  minLength!: number;
  /** 大写字母、小写字母、数字、其他符号中至少几类 */
  kinds!: number;
}

/** The jurisdiction one works in. */
export class SessionJurisdictionResponse {
  code!: string;
  name!: string;
}

/** One's own session. */
export class SessionResponse {
  account!: SessionAccountResponse;
  /** 当前岗位；今日不在任何岗位的为空 */
  post!: SessionPostResponse | null;
  /** 当前岗位所在的辖区；系统只有一个辖区的为空 */
  jurisdiction!: SessionJurisdictionResponse | null;
  /** 可切换的岗位 */
  posts!: SessionPostResponse[];
  /** 须先修改口令 */
  mustChangePassword!: boolean;
  /** 须先绑定动态口令 */
  mustEnrol!: boolean;
  /** 口令要求 */
  passwordRules!: string[];
  /** 口令要求中输入时即可核对的 */
  passwordWishes!: PasswordWishesResponse;
  /** 今天，演示数据为办公日 */
  today!: string;
  /** 演示数据的办公日；正式数据为空 */
  officeDay!: string | null;
  /** 办公所在时区，时刻按它显示 */
  zone!: string;
  /** 无操作多少分钟后须重新登录 */
  idleMinutes!: number;
  /** 登录最迟失效的时刻，毫秒 */
  expiresAt!: number;
  /** 须知：失败的登录、未加密的连接等 */
  notices!: string[];
}

/** What the sign-in page must know before anybody has signed in. */
export class SignInOptionsResponse {
  /** 是否待首次启用 */
  bootstrapOpen!: boolean;
  /** 是否可用统一身份认证登录 */
  oidc!: boolean;
  oidcLabel!: string | null;
  tls!: 'ON' | 'OFF';
  /** 演示数据的办公日；正式数据为空 */
  officeDay!: string | null;
}

/** A session of one's own elsewhere. */
export class OtherSessionResponse {
  id!: string;
  startedAt!: number;
  /** 最近一次操作的时刻，精确到分 */
  seenAt!: number;
  address!: string;
  /** 浏览器自报的名称 */
  userAgent!: string;
}

export class OtherSessionListResponse {
  items!: OtherSessionResponse[];
}

export class EndedSessionsResponse {
  /** 失效的会话个数 */
  ended!: number;
}

export function presentOtherSession(session: Session): OtherSessionResponse {
  const { id, startedAt, seenAt, address, userAgent } = session;
  return { id, startedAt, seenAt, address, userAgent };
}

const ROLE_LABELS: Record<Role, string> = {
  CLERK: '依法治区办工作人员',
  DIRECTOR: '依法治区办主任',
  LIAISON: '联络员',
  HEAD: '部门负责人',
  LEADER: '区领导',
  SYSADMIN: '系统管理员',
  SECADMIN: '安全管理员',
  AUDITOR: '审计管理员',
  VISITOR: '无岗位',
  SYSTEM: '系统',
};

export function roleLabel(role: Role): string {
  return ROLE_LABELS[role];
}
