import { countOf } from './department-text.js';
import type { DepartmentColumn } from './department-register.js';

/** The role a word gives; RESPONSIBLE is settled later, when it is known whether someone leads. */
export type DepartmentRole = DepartmentColumn;

export interface RoleWord {
  length: number;
  role: DepartmentRole;
}

const LEAD_WORDS = '牵头|主办|主责';
const SUPPORT_WORDS = '配合|协办|协助|协同|参与|参加';
const RESPONSIBLE_WORDS = '责任|承办|落实|实施|主管|完成|负责';
const DEED = '(?:组织|推进|落实|实施|推动|抓总|开展|完成|做好|工作|抓好){0,4}';

const LABEL = new RegExp(
  `(?:第[一二三]|首位|其他|其它)?(?:(${LEAD_WORDS})|(${SUPPORT_WORDS})|(${RESPONSIBLE_WORDS}))(?:责任)?(单位|部门|科室|主体|方)?(?:为|是)?(:?)`,
  'y',
);
const LEAD_VERB = new RegExp(`(?:负责|共同|联合|总){0,3}(?:${LEAD_WORDS}|负总责)(?:负责)?${DEED}`, 'y');
const SUPPORT_VERB = new RegExp(`(?:积极|密切|共同|协调|做好){0,3}(?:${SUPPORT_WORDS})(?:配合)?${DEED}`, 'y');
const RESPONSIBLE_VERB =
  /(?:(?:按照?|根据|依据)(?:各自)?(?:工作)?(?:职责|职能)(?:范围|任务|权限)?(?:和|及)?(?:分工|职责|要求){0,2}(?:共同|分别|各自|具体|抓好|做好){0,3}(?:负责|落实|实施|承办|办理|推进|工作){0,3}|(?:分别|共同|各自|具体|分工|全面|主要){0,3}(?:负责|承办|组织实施|抓好落实)|(?:分别|共同|各自|具体|分工|抓好){1,3}(?:落实|实施|推进))/y;

/** 牵头单位: and the like before a list; without the colon only where a noun follows (`牵头单位`). */
export function labelAt(text: string, at: number): (RoleWord & { colon: boolean }) | null {
  LABEL.lastIndex = at;
  const found = LABEL.exec(text);
  if (!found || (!found[4] && !found[5])) return null;
  const role = found[1] ? 'LEAD' : found[2] ? 'SUPPORT' : 'RESPONSIBLE';
  return { length: found[0].length, role, colon: found[5] !== '' };
}

/** 牵头, 配合, 按职责分工负责 and the like after a list. */
export function verbAt(text: string, at: number): RoleWord | null {
  const lead = stickyLength(LEAD_VERB, text, at);
  if (lead) return { length: lead, role: 'LEAD' };
  const support = stickyLength(SUPPORT_VERB, text, at);
  if (support) return { length: support, role: 'SUPPORT' };
  const responsible = stickyLength(RESPONSIBLE_VERB, text, at);
  return responsible ? { length: responsible, role: 'RESPONSIBLE' } : null;
}

const AND_SO_ON =
  /等(?:(\d{1,3}|[一二三四五六七八九十百两]{1,5})(?:余|多)?(?:家|个))?(?:(?:重点|责任|成员|主要|其他|区级|区直|区属|市级|市直){0,3}(?:单位|部门|机关))?/y;

/** 等, 等5家单位, 等部门: the list goes on; `stated` is the number it says there are in all. */
export function andSoOnAt(text: string, at: number): { length: number; stated: number | null } | null {
  AND_SO_ON.lastIndex = at;
  const found = AND_SO_ON.exec(text);
  if (!found) return null;
  return { length: found[0].length, stated: found[1] ? countOf(found[1]) : null };
}

const CONNECTOR = /(?:以及|会同|联合|[和与及并同暨])/y;
const MARKER =
  /(?:\(\d{1,2}\)|\d{1,2}[.、)](?!\d)|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)/y;
const PREFIX = /[由请]/y;
const SEPARATOR = /[、,;/|\\。·•+&:.!?~"'“”‘’<>《》=*#_-]|[\u2010-\u2015\u2212]/;

/** 和, 与, 及 … between two names; inside a name they belong to it, so ask for names first. */
export function connectorLength(text: string, at: number): number {
  return stickyLength(CONNECTOR, text, at);
}

/** The number before an item: 1. (1) （一） 一、 */
export function markerLength(text: string, at: number): number {
  return stickyLength(MARKER, text, at);
}

/** 由 before who shall do it. */
export function prefixLength(text: string, at: number): number {
  return stickyLength(PREFIX, text, at);
}

export function isSeparator(char: string): boolean {
  return SEPARATOR.test(char);
}

/** A comma or stronger: what stands on its two sides may have two roles. */
export function isStrongSeparator(char: string): boolean {
  return /[,;。]/.test(char);
}

const NOBODY = /^(?:无|暂无|没有|不涉及|[-/\u2010-\u2015\u2212]+)$/;

/** The cell says that there is no unit. */
export function saysNobody(text: string): boolean {
  return NOBODY.test(text);
}

const SECTION = /^[^区市省县各和与及并同暨以][^区市省县各]{0,11}(?:科室?|室|处|股|所|队|中心|站|组|专班)$/;

/** 普法科, 执法支队: a part of the unit named before it. */
export function isSection(text: string): boolean {
  return SECTION.test(text);
}

function stickyLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
