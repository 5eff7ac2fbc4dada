import type { DomainError } from '../../domain/refusal.js';
import type { ProcedurePreview } from '../../domain/procedure/decide-procedure.js';
import type { ProcedureDefinition } from '../../domain/procedure/definition.js';
import { stepName } from '../../domain/procedure/names.js';
import { GateStandingResponse, presentFinding } from './present-sheet.js';

/** 不能办理的一个原因 */
export class PreviewProblemResponse {
  code!: string;
  message!: string;
  /** 程序要求的编号；null 为其他原因 */
  gate!: string | null;
  article!: string | null;
  missing!: string[];
  /** 最早可以办理的日期 */
  earliest!: string | null;
  /** 可以申请例外 */
  overridable!: boolean;
}

/** 预览 */
export class PreviewResponse {
  allowed!: boolean;
  problems!: PreviewProblemResponse[];
  /** 所经过的程序要求，符合的也列出 */
  gates!: GateStandingResponse[];
  /** 办理后应当重新履行的环节 */
  fallen!: string[];
}

/** Takes what a deed would meet; gives what goes out. */
export function presentPreview(definition: ProcedureDefinition, found: ProcedurePreview): PreviewResponse {
  return {
    allowed: found.allowed,
    problems: found.problems.map(presentProblem),
    gates: found.gates.map((finding) => presentFinding(definition, finding)),
    fallen: found.fallen.map((step) => stepName(definition, step)),
  };
}

function presentProblem({ code, message, details }: DomainError): PreviewProblemResponse {
  const { gate, article, missing, earliest, overridable } = details as Partial<PreviewProblemResponse>;
  return {
    code,
    message,
    gate: gate ?? null,
    article: article ?? null,
    missing: [...(missing ?? [])],
    earliest: earliest ?? null,
    overridable: overridable ?? false,
  };
}
