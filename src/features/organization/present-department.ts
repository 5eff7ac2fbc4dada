import { changedFields } from '../../platform/audit/changed-fields.js';
import type { AuditedEvent } from '../../platform/audit/audit-history.js';
import type { Department } from './department.entity.js';
import type { DepartmentKind } from './group-rule.js';
import type { DepartmentWithAliases } from './departments.service.js';

/** A department as it goes out. */
export class DepartmentResponse {
  id!: string;
  code!: string;
  name!: string;
  shortName!: string;
  kind!: DepartmentKind;
  /** 自上而下的单位代码，如 /QZF/SFJ/ */
  path!: string;
  isEnforcementUnit!: boolean;
  isResponsibleDepartment!: boolean;
  validFrom!: string | null;
  validTo!: string | null;
  version!: number;
}

/** Another name and the days it is in use. */
export class AliasResponse {
  id!: string;
  alias!: string;
  validFrom!: string | null;
  validTo!: string | null;
}

/** A department with its parent and its other names. */
export class DepartmentDetailResponse extends DepartmentResponse {
  parentCode!: string | null;
  aliases!: AliasResponse[];
}

/** 一项内容的前后对照；没有记载为 null */
export class DepartmentFieldChangeResponse {
  field!: string;
  before!: string | null;
  after!: string | null;
}

/** 单位的一次变更 */
export class DepartmentChangeResponse {
  at!: number;
  actor!: string;
  holder!: string;
  /** 操作代码，如 organization.rename */
  operation!: string;
  text!: string;
  /** 各项内容，变更前后对照 */
  changes!: DepartmentFieldChangeResponse[];
}

/** 单位的变更经过 */
export class DepartmentHistoryResponse {
  items!: DepartmentChangeResponse[];
}

/** A page of departments. */
export class DepartmentPageResponse {
  items!: DepartmentResponse[];
  next!: string | null;
}

/** One row of the list. */
export function presentDepartment(department: Department): DepartmentResponse {
  const { id, code, name, shortName, path, validFrom, validTo, version } = department;
  return {
    id,
    code,
    name,
    shortName,
    kind: department.kind as DepartmentKind,
    path,
    isEnforcementUnit: department.isEnforcementUnit === 1,
    isResponsibleDepartment: department.isResponsibleDepartment === 1,
    validFrom,
    validTo,
    version,
  };
}

/** One department in full. */
export function presentDepartmentDetail(department: DepartmentWithAliases): DepartmentDetailResponse {
  return {
    ...presentDepartment(department),
    parentCode: department.parentCode,
    aliases: department.aliases.map(({ id, alias, validFrom, validTo }) => ({
      id,
      alias,
      validFrom,
      validTo,
    })),
  };
}

const DEEDS: Readonly<Record<string, string>> = {
  'organization.createDepartment': '新增',
  'organization.updateDepartment': '修改',
  'organization.importDepartment': '导入',
  'organization.rename': '更名',
  'organization.merge': '并入其他单位',
  'organization.takeOver': '承接其他单位',
  'organization.addAlias': '增加别名',
  'organization.endAlias': '终止别名',
};

/** What happened to a department, in words. */
export function presentHistory(events: readonly AuditedEvent[]): DepartmentHistoryResponse {
  const items = events.map(({ at, actor, holder, operation, before, after }) => ({
    at,
    actor,
    holder,
    operation,
    text: DEEDS[operation] ?? '变更',
    changes: changedFields(before, after),
  }));
  return { items };
}
