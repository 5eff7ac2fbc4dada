import type { Day } from '../../calendar/day.js';
import { DomainError } from '../../refusal.js';

/** A case that is not there and one the actor may not see are told alike. */
export function courtCaseNotFound(): DomainError {
  return new DomainError(
    'NOT_FOUND',
    'COURT_CASE_NOT_FOUND',
    '没有这件案件，或者本单位不是这件案件的当事人。',
  );
}

export function instanceNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'COURT_INSTANCE_NOT_FOUND', '这件案件没有该审级。');
}

export function hearingNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'HEARING_NOT_FOUND', '没有这次开庭，或者本单位不是这件案件的当事人。');
}

export function caseNumberInvalid(number: string): DomainError {
  return new DomainError(
    'INVALID',
    'CASE_NUMBER_INVALID',
    `“${number}”不像案号，应为“（2023）津0105行初12号”的样式，请按裁判文书或者传票更正。`,
    { number },
  );
}

export function caseNumberTaken(number: string): DomainError {
  return new DomainError('CONFLICT', 'CASE_NUMBER_TAKEN', `案号 ${number} 已经登记，请在原案件中补充。`, { number });
} // prettier-ignore

export function defendantMissing(): DomainError {
  return new DomainError(
    'INVALID',
    'CASE_DEFENDANT_MISSING',
    '案件应当至少有一个被告，或者一个应当追加而未追加为被告的第三人（法释〔2020〕3号第一条）。',
  );
}

export function partyTwice(name: string): DomainError {
  return new DomainError('INVALID', 'CASE_PARTY_TWICE', `${name}在同一审级列了两次，请合并。`, { name });
}

export function partyHasRecords(name: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'CASE_PARTY_HAS_RECORDS',
    `${name}在这个审级已有开庭通知、答复或者出庭记录，不能删去；确属登记错误的，请先更正这些记录。`,
    { name },
  );
}

export function departmentUnknown(code: string): DomainError {
  return new DomainError('INVALID', 'COURT_DEPARTMENT_UNKNOWN', `单位代码 ${code} 不在名录内，请核对。`, { code });
} // prettier-ignore

export function instanceClosed(number: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'COURT_INSTANCE_CLOSED',
    `${number} 已经结案，不能再排期开庭；确有错误的，请先更正结案情况。`,
    { number },
  );
}

export function closingDayWrong(closedOn: Day, after: Day): DomainError {
  return new DomainError(
    'INVALID',
    'CASE_CLOSING_DAY_WRONG',
    `结案日 ${closedOn} 不对：不得早于立案日和最后一次开庭（${after}），也不得晚于今天。`,
    { closedOn, after },
  );
}

export function writtenTrialHeld(number: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'WRITTEN_TRIAL_HELD',
    `${number} 已有开庭记录，不是书面审理（行政诉讼法第八十六条：没有提出新的事实、证据或者理由的，可以不开庭审理）。`,
    { number },
  );
}

export function outcomeNotWritten(): DomainError {
  return new DomainError(
    'INVALID',
    'WRITTEN_TRIAL_FIRST_INSTANCE',
    '一审行政案件应当开庭，书面审理只适用于上诉案件（行政诉讼法第八十六条）。',
  );
}
