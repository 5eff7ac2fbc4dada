import { DomainError } from '../../domain/refusal.js';

/** A record that is not there and one the actor may not see are told alike. */
export function ledgerNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'LEDGER_NOT_FOUND', '没有这份台账。');
}

export function ledgerCodeTaken(code: string): DomainError {
  return new DomainError('CONFLICT', 'LEDGER_CODE_TAKEN', `台账代码 ${code} 已被使用，请换一个代码。`, {
    code,
  });
}

export function taskNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'TASK_NOT_FOUND', '没有这项任务，或者本单位未参与这项任务。');
}

export function milestoneNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'MILESTONE_NOT_FOUND', '这项任务没有该节点。');
}

export function assignmentNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'ASSIGNMENT_NOT_FOUND', '没有这项分工，或者该单位未承担这项任务。');
}

export function extensionNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'EXTENSION_NOT_FOUND', '这项任务没有该延期申请。');
}

export function ledgerStateWrong(code: string, deed: string, state: string): DomainError {
  const words: Record<string, string> = { DRAFT: '未印发', ISSUED: '已印发', CLOSED: '已办结归档' };
  return new DomainError('CONFLICT', 'LEDGER_STATE', `台账 ${code} ${words[state] ?? state}，不能${deed}。`, {
    code,
    state,
  });
}

export function draftsLeft(numbers: readonly string[]): DomainError {
  const first = numbers.slice(0, 10).join('、');
  return new DomainError(
    'CONFLICT',
    'DRAFTS_LEFT',
    `还有 ${numbers.length} 项任务待核（序号 ${first}${numbers.length > 10 ? ' 等' : ''}），请先核定立项；确需先行印发的，应当写明暂不交办的理由。`,
    { numbers },
  );
}

export function nothingToIssue(): DomainError {
  return new DomainError('CONFLICT', 'NOTHING_TO_ISSUE', '没有已立项、待交办的任务，无须印发。');
}

export function issueDateMissing(): DomainError {
  return new DomainError('INVALID', 'ISSUE_DATE_MISSING', '印发台账应当注明印发日期，月调度自印发当月开始。');
}

export function issueDateDiffers(recorded: string, given: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'ISSUE_DATE_DIFFERS',
    `台账导入时的印发日期是 ${recorded}，与本次填写的 ${given} 不一致；相对时限已按前者推算，请按正确日期重新导入后再印发。`,
    { recorded, given },
  );
}

export function tasksOpen(numbers: readonly string[]): DomainError {
  return new DomainError(
    'CONFLICT',
    'TASKS_OPEN',
    `还有 ${numbers.length} 项任务未办结（序号 ${numbers.slice(0, 10).join('、')}${numbers.length > 10 ? ' 等' : ''}），年度台账不能办结归档；未完成的应当先办理延期、撤销或者结转。`,
    { numbers },
  );
}

export function ownerUnknown(code: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'OWNER_DEPARTMENT_UNKNOWN',
    `主管单位代码 ${code} 不在单位名录内，请先导入单位名录，或者在 config/ledger.yaml 更正 ownerDepartment。`,
    { code },
  );
}

export function departmentsUnknown(codes: readonly string[]): DomainError {
  return new DomainError(
    'INVALID',
    'DEPARTMENTS_UNKNOWN',
    `单位或者单位组代码 ${codes.join('、')} 不在名录内，请核对代码及其有效期。`,
    { codes },
  );
}

export function numberTaken(number: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'TASK_NUMBER_TAKEN',
    `本台账已有序号为 ${number} 的任务，请换用其他序号。`,
    {
      number,
    },
  );
}
