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
