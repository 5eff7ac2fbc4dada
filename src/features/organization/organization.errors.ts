import { DomainError } from '../../domain/refusal.js';

/** One faulty cell of an import file; lines and columns are counted from 1, as a spreadsheet shows them. */
export interface RowFault {
  line: number;
  column: string;
  message: string;
}

/** The file is refused as a whole; every faulty cell is named. */
export function importRefused(faults: readonly RowFault[]): DomainError {
  const listed = faults.slice(0, 10).map((f) => `第${f.line}行“${f.column}”列：${f.message}`);
  const more = faults.length > listed.length ? `；另有 ${faults.length - listed.length} 处` : '';
  return new DomainError(
    'INVALID',
    'ORGANIZATION_FILE_INVALID',
    `导入文件有误，未导入任何一行。${listed.join('；')}${more}。`,
    { faults },
  );
}

/** A department of another jurisdiction, or the node of one's own, is its own office's and its superior's to keep. */
export function departmentOfOther(code: string): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'DEPARTMENT_OF_OTHER',
    `单位 ${code} 不由本辖区维护，只能查看；请与其所在辖区的依法治区办或者系统管理员联系。`,
    { code },
  );
}

export function groupsShared(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'GROUPS_SHARED',
    '单位组的名称、规则和词语由各辖区共用，请由上级辖区或者系统管理员修改；本辖区的成员可以在列名单位组中自行列明。',
  );
}

export function departmentUnknown(what: string): DomainError {
  return new DomainError('NOT_FOUND', 'DEPARTMENT_UNKNOWN', `没有单位“${what}”，请核对单位代码。`);
}

export function jurisdictionUnknown(code: string): DomainError {
  return new DomainError(
    'NOT_FOUND',
    'JURISDICTION_UNKNOWN',
    `没有代码为“${code}”的市、区，或者不属本辖区，请核对辖区代码。`,
    { code },
  );
}

export function departmentCodeTaken(code: string): DomainError {
  return new DomainError('CONFLICT', 'DEPARTMENT_CODE_TAKEN', `单位代码“${code}”已在使用，请换一个代码。`);
}

export function departmentRing(code: string): DomainError {
  return new DomainError('INVALID', 'DEPARTMENT_RING', `单位“${code}”不能隶属于自身或者自己的下级单位。`);
}

export function mergedIntoItself(): DomainError {
  return new DomainError('INVALID', 'MERGED_INTO_ITSELF', '单位不能并入自身，请填写承接职责的单位。');
}

export function mergedAlready(code: string, lastDay: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'DEPARTMENT_ENDED',
    `单位“${code}”已于 ${lastDay} 撤销，不能再办理并入。`,
  );
}

export function aliasTaken(alias: string): DomainError {
  return new DomainError('CONFLICT', 'ALIAS_TAKEN', `别名“${alias}”在此期间已指向一个单位，请先终止原别名。`);
}

export function aliasUnknown(): DomainError {
  return new DomainError('NOT_FOUND', 'ALIAS_UNKNOWN', '该单位没有这个别名。');
}

export function periodTurned(from: string, to: string): DomainError {
  return new DomainError('INVALID', 'PERIOD_TURNED', `起始日 ${from} 晚于终止日 ${to}，请核对。`);
}

export function groupUnknown(code: string): DomainError {
  return new DomainError('NOT_FOUND', 'GROUP_UNKNOWN', `没有单位组“${code}”。`);
}

export function groupCodeTaken(code: string): DomainError {
  return new DomainError('CONFLICT', 'GROUP_CODE_TAKEN', `单位组代码“${code}”已在使用。`);
}

export function groupRuleInvalid(rule: string): DomainError {
  return new DomainError(
    'INVALID',
    'GROUP_RULE_INVALID',
    `单位组规则“${rule}”不可用，应为 ALL、ENFORCEMENT、RESPONSIBLE、LIST 或者 KIND:类别。`,
  );
}

export function groupFollowsRule(code: string): DomainError {
  return new DomainError('CONFLICT', 'GROUP_FOLLOWS_RULE', `单位组“${code}”的成员由规则确定，不能逐个列名。`);
}

export function postUnknown(code: string): DomainError {
  return new DomainError('NOT_FOUND', 'POST_UNKNOWN', `没有岗位“${code}”，或者该日无人在任。`);
}

export function postOfOtherDepartment(code: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'POST_OF_OTHER_DEPARTMENT',
    `岗位“${code}”属于另一单位或者另一类岗位，不能改属，请另设岗位代码。`,
  );
}

export function termNotAfterLast(code: string, from: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'TERM_NOT_AFTER_LAST',
    `岗位“${code}”最近一任始于 ${from}，新任职或者离任日期应当在其后。`,
  );
}
