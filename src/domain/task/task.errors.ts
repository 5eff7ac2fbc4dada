import type { Day } from '../calendar/day.js';
import { DomainError } from '../refusal.js';

/** What a refusal needs to know of a lifecycle; narrower than the table so that the two files do not form a ring. */
interface Wording {
  readonly thing: string;
  readonly states: Readonly<Record<string, string>>;
  readonly deeds: Readonly<Record<string, string>>;
}

export function deedNotAllowed(
  words: Wording,
  state: string,
  deed: string,
  allowed: readonly string[],
): DomainError {
  const open = allowed.map((name) => words.deeds[name]).join('、');
  const hint = open === '' ? '该状态下不再办理其他事项' : `现可办理：${open}`;
  return new DomainError(
    'CONFLICT',
    'DEED_NOT_ALLOWED',
    `${words.thing}现处于“${words.states[state]}”状态，不能${words.deeds[deed]}；${hint}。`,
    { thing: words.thing, state, deed, allowed },
  );
}

export function reasonMissing(deed: string): DomainError {
  return new DomainError('INVALID', 'REASON_MISSING', `${deed}应当写明理由。`, { deed });
}

export function approvalDocumentMissing(deed: string): DomainError {
  return new DomainError(
    'INVALID',
    'APPROVAL_DOCUMENT_MISSING',
    `${deed}任务应当附批准文件，请填写批准文号或者批示件名称。`,
    { deed },
  );
}

export function objectionTooLate(assignedOn: Day, lastDay: Day): DomainError {
  return new DomainError(
    'CONFLICT',
    'OBJECTION_TOO_LATE',
    `任务已于 ${assignedOn} 交办，对分工有异议的应当于 ${lastDay} 前（含当日）提出，现已超过期限。`,
    { assignedOn, lastDay },
  );
}

export function ownSubmission(deed: string): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'OWN_SUBMISSION',
    `本人提出或者审核的申请不能由本人${deed}，请由其他负责人办理。`,
    {
      deed,
    },
  );
}

export function silentSupports(departments: readonly string[]): DomainError {
  return new DomainError(
    'CONFLICT',
    'SUPPORTS_SILENT',
    `配合单位${departments.join('、')}尚未报送进展，申请办结应当先作出书面说明。`,
    { departments },
  );
}

export function noDeadlineToExtend(): DomainError {
  return new DomainError(
    'CONFLICT',
    'NO_DEADLINE',
    '任务时限待定，无须申请延期；请先由依法治区办明确完成时限。',
  );
}

export function extensionNotLater(dueOn: Day, newDueOn: Day): DomainError {
  return new DomainError(
    'INVALID',
    'EXTENSION_NOT_LATER',
    `申请延期至 ${newDueOn}，应当晚于现定时限 ${dueOn} 和申请当日。`,
    { dueOn, newDueOn },
  );
}

export function extensionPastSuperior(notAfter: Day): DomainError {
  return new DomainError(
    'CONFLICT',
    'EXTENSION_PAST_SUPERIOR',
    `这项任务由上级下达，上级时限为 ${notAfter}，本辖区不能延至其后；请先报上级延期，获准后再申请。`,
    { notAfter },
  );
}

export function extensionTooMany(maxTimes: number): DomainError {
  return new DomainError(
    'CONFLICT',
    'EXTENSION_TOO_MANY',
    `同一任务延期以 ${maxTimes} 次为限，本任务已用完延期次数。`,
    { maxTimes },
  );
}

export function extensionTooLate(dueOn: Day, workingDays: number, latestDay: Day): DomainError {
  return new DomainError(
    'CONFLICT',
    'EXTENSION_TOO_LATE',
    `申请延期应当在时限 ${dueOn} 届满 ${workingDays} 个工作日前（最迟 ${latestDay}）提出；确需逾期提出的，应当说明迟延原因。`,
    { dueOn, workingDays, latestDay },
  );
}

export function extensionFieldMissing(field: string): DomainError {
  return new DomainError('INVALID', 'EXTENSION_FIELD_MISSING', `延期申请缺少“${field}”。`, { field });
}

export function extensionApproverWrong(required: string): DomainError {
  return new DomainError('FORBIDDEN', 'EXTENSION_APPROVER_WRONG', `此项延期现应当由${required}审批。`, {
    required,
  });
}

export function extensionRulesInvalid(faults: readonly string[]): DomainError {
  return new DomainError('INVALID', 'EXTENSION_RULES_INVALID', `延期规则配置有误：${faults.join('；')}。`, {
    faults,
  });
}
