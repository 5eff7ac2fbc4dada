import type { ProcedureDefinition } from '../../domain/procedure/definition.js';
import { citation } from '../../domain/procedure/names.js';

/** 选项 */
export class ProcedureChoiceResponse {
  id!: string;
  name!: string;
}

/** 登记事项 */
export class ProcedureFieldResponse {
  id!: string;
  name!: string;
  type!: 'TEXT' | 'DAY' | 'CHOICE';
  required!: boolean;
  /** 另一登记事项取这些值时才必填；null 为无此条件 */
  requiredWhen!: RequiredWhenResponse | null;
  choices!: ProcedureChoiceResponse[];
}

/** 必填的条件 */
export class RequiredWhenResponse {
  field!: string;
  values!: string[];
}

/** 归档材料 */
export class ProcedureDocumentResponse {
  id!: string;
  name!: string;
  required!: boolean;
}

/** 环节 */
export class ProcedureStepResponse {
  id!: string;
  name!: string;
  article!: string;
  /** 由谁登记：OFFICE 依法治区办、UNDERTAKER 承办单位 */
  by!: 'OFFICE' | 'UNDERTAKER';
  /** 本地分工 */
  role!: string;
  after!: string[];
  optional!: boolean;
  repeatable!: boolean;
  /** 适用性判断的问题；null 为必经环节 */
  question!: string | null;
  fields!: ProcedureFieldResponse[];
  documents!: ProcedureDocumentResponse[];
}

/** 程序要求 */
export class ProcedureGateResponse {
  id!: string;
  name!: string;
  article!: string;
  /** HARD 不得例外、SOFT 可以申请例外 */
  force!: 'HARD' | 'SOFT';
  guards!: string[];
  /** 例外的理由应当公布 */
  mustPublish!: boolean;
}

/** 程序定义 */
export class ProcedureResponse {
  id!: string;
  name!: string;
  version!: number;
  source!: string;
  /** 叠加的本地规定 */
  overlays!: string[];
  steps!: ProcedureStepResponse[];
  gates!: ProcedureGateResponse[];
}

/** 全部程序定义 */
export class ProceduresResponse {
  items!: ProcedureResponse[];
}

/** Takes a definition; gives what a screen builds its forms from. */
export function presentProcedure(definition: ProcedureDefinition): ProcedureResponse {
  return {
    id: definition.id,
    name: definition.name,
    version: definition.version,
    source: definition.source,
    overlays: [...definition.overlays],
    steps: definition.steps.map((step) => presentStep(definition, step)),
    gates: definition.gates.map((gate) => ({
      id: gate.id,
      name: gate.name,
      article: citation(definition, gate.article),
      force: gate.force,
      guards: [...gate.guards],
      mustPublish: gate.override?.published === true,
    })),
  };
}

function presentStep(
  definition: ProcedureDefinition,
  step: ProcedureDefinition['steps'][number],
): ProcedureStepResponse {
  return {
    id: step.id,
    name: step.name,
    article: citation(definition, step.article),
    by: step.by,
    role: step.role,
    after: [...step.after],
    optional: step.optional,
    repeatable: step.repeatable,
    question: step.determination?.question ?? null,
    fields: step.fields.map(({ id, name, type, required, requiredWhen, choices }) => ({
      id,
      name,
      type,
      required,
      requiredWhen: requiredWhen && { field: requiredWhen.field, values: [...requiredWhen.values] },
      choices: choices.map((choice) => ({ id: choice.id, name: choice.name })),
    })),
    documents: step.documents.map(({ id, name, required }) => ({ id, name, required })),
  };
}
