import type { Day } from '../calendar/day.js';
import { DomainError } from '../refusal.js';

/** What a gate that is shut says of itself. */
export interface ShutGate {
  readonly gate: string;
  readonly name: string;
  /** The rule with its article. */
  readonly article: string;
  readonly missing: readonly string[];
  readonly earliest: Day | null;
  readonly overridable: boolean;
}

export function gateShut(deed: string, shut: ShutGate): DomainError {
  const when = shut.earliest === null ? '' : `；最早可于 ${shut.earliest} 办理`;
  const how = shut.overridable
    ? '；确有理由的，可以申请例外并经依法治区办负责人批准'
    : '；此项为强制要求，不得例外';
  const shown = `${shut.missing.join('；')}${when}${how}`;
  return new DomainError(
    'CONFLICT',
    'PROCEDURE_GATE_SHUT',
    `不能办理“${deed}”，${shut.name}（${shut.gate}，${shut.article}）：${shown}。`,
    { ...shut },
  );
}

export function deedNotAllowed(name: string, state: string, deed: string, open: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'PROCEDURE_DEED_NOT_ALLOWED',
    `${name}现处于“${state}”状态，不能${deed}；现可办理：${open}。`,
    { state, deed },
  );
}

export function stepUnknown(name: string, step: string): DomainError {
  return new DomainError(
    'INVALID',
    'PROCEDURE_STEP_UNKNOWN',
    `${name}没有“${step}”这一环节，请从流程图中选择。`,
    { step },
  );
}

export function stepNotOpen(step: string, article: string, missing: readonly string[]): DomainError {
  return new DomainError(
    'CONFLICT',
    'PROCEDURE_STEP_NOT_OPEN',
    `“${step}”（${article}）应当在下列环节之后办理：${missing.join('、')}，请先办理或者依法判断不适用。`,
    { article, missing },
  );
}

export function stepPassed(step: string, later: readonly string[]): DomainError {
  return new DomainError(
    'CONFLICT',
    'PROCEDURE_STEP_PASSED',
    `“${step}”之后的${later.join('、')}已经办理，不能再改；内容有重大变化的，请登记草案的实质性修改后重新履行程序。`,
    { later },
  );
}

export function stepNotApplicable(step: string, reason: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'PROCEDURE_STEP_NOT_APPLICABLE',
    `“${step}”已判断为不适用（${reason}），需要办理的请先改正判断。`,
    { step },
  );
}

export function determinationMissing(step: string, question: string, article: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'PROCEDURE_DETERMINATION_MISSING',
    `办理“${step}”前应当先作出适用性判断：${question}（${article}）。`,
    { step, article },
  );
}

export function determinationNeedless(step: string): DomainError {
  return new DomainError(
    'INVALID',
    'PROCEDURE_DETERMINATION_NEEDLESS',
    `“${step}”是必经环节，无须判断是否适用。`,
    { step },
  );
}

export function determinationForced(step: string, reason: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'PROCEDURE_DETERMINATION_FORCED',
    `“${step}”不能判断为不适用：${reason}。`,
    { step },
  );
}

export function determinationUnreasoned(step: string, article: string): DomainError {
  return new DomainError(
    'INVALID',
    'PROCEDURE_DETERMINATION_UNREASONED',
    `判断“${step}”是否适用应当写明理由（${article}）。`,
    { step, article },
  );
}

export function fieldInvalid(step: string, field: string, fault: string): DomainError {
  return new DomainError('INVALID', 'PROCEDURE_FIELD_INVALID', `“${step}”的“${field}”${fault}。`, {
    step,
    field,
  });
}

export function draftMissing(step: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'PROCEDURE_DRAFT_MISSING',
    `“${step}”针对草案的具体版本办理，请先上传草案。`,
    { step },
  );
}

export function dayInvalid(day: string): DomainError {
  return new DomainError(
    'INVALID',
    'PROCEDURE_DAY_INVALID',
    `办理日期 ${day} 不是日期或者晚于今天，请改为实际办理的日期。`,
    { day },
  );
}

export function dayOutOfOrder(step: string, day: Day, before: string, beforeOn: Day): DomainError {
  return new DomainError(
    'CONFLICT',
    'PROCEDURE_DAY_OUT_OF_ORDER',
    `“${step}”的办理日期 ${day} 早于“${before}”的 ${beforeOn}，程序应当依次履行，请核对日期。`,
    { day, before, earliest: beforeOn },
  );
}

export function sideReasonMissing(deed: string, article: string): DomainError {
  return new DomainError(
    'INVALID',
    'PROCEDURE_REASON_MISSING',
    `${deed}应当写明理由（${article}）。`,
    { deed, article }, // prettier-ignore
  );
}

export function gateUnknown(gate: string): DomainError {
  return new DomainError('INVALID', 'PROCEDURE_GATE_UNKNOWN', `没有编号为 ${gate} 的程序要求，请核对。`, {
    gate,
  });
}

export function overrideHard(gate: string, name: string, article: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'PROCEDURE_OVERRIDE_HARD',
    `${name}（${gate}，${article}）是强制要求，不得申请例外，请依法补办。`,
    { gate, article },
  );
}

export function overrideUnreasoned(name: string, article: string): DomainError {
  return new DomainError(
    'INVALID',
    'PROCEDURE_OVERRIDE_UNREASONED',
    `对${name}申请例外应当写明理由（${article}）。`,
    { article },
  );
}

export function overrideUnpublished(name: string, article: string): DomainError {
  return new DomainError(
    'INVALID',
    'PROCEDURE_OVERRIDE_UNPUBLISHED',
    `对${name}申请例外的理由应当向社会说明，请填写公布的位置（${article}）。`,
    { article },
  );
}

export function overrideUnknown(): DomainError {
  return new DomainError(
    'CONFLICT',
    'PROCEDURE_OVERRIDE_UNKNOWN',
    '没有等待批准的这项例外申请，可能已经批准或者因草案修改失效，请刷新后核对。',
  );
}

export function ownOverride(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'PROCEDURE_OWN_OVERRIDE',
    '例外申请不能由申请人本人批准，请由其他负责人办理。',
  );
}

export function documentUnknown(step: string, document: string): DomainError {
  return new DomainError(
    'INVALID',
    'PROCEDURE_DOCUMENT_UNKNOWN',
    `“${step}”的归档目录中没有“${document}”这类材料，请从目录中选择。`,
    { step, document },
  );
}

export function draftUnchanged(): DomainError {
  return new DomainError(
    'CONFLICT',
    'PROCEDURE_DRAFT_UNCHANGED',
    '上传的草案与现行版本内容完全相同，无须登记修改。',
  );
}

export function definitionInvalid(place: string, faults: readonly string[]): DomainError {
  return new DomainError(
    'INVALID',
    'PROCEDURE_DEFINITION_INVALID',
    `程序定义 ${place} 有误：${faults.join('；')}。`,
    { place, faults },
  );
}
