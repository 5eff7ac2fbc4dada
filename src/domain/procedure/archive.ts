import type { DocumentDefinition, StepDefinition } from './definition.js';
import type { DocumentEntry, Procedure } from './entry.js';
import { appliesTo, validEntries, type ValidEntries } from './valid-entries.js';

/** A paper a file lacks. */
export interface MissingDocument {
  readonly step: StepDefinition;
  readonly document: DocumentDefinition;
}

/** One line of the archive list: a kind of paper of a step and what is filed of it. */
export interface ArchiveLine extends MissingDocument {
  readonly filed: readonly DocumentEntry[];
  /** 不适用: the step was determined not to apply, or is optional and was not done. */
  readonly wanted: boolean;
}

/** 归档目录: every step in order with each of its papers, filed or not. */
export function archiveList(procedure: Procedure): ArchiveLine[] {
  const valid = validEntries(procedure);
  const filed = procedure.entries.filter((entry) => entry.kind === 'DOCUMENT');
  return procedure.definition.steps.flatMap((step) =>
    step.documents.map((document) => ({
      step,
      document,
      filed: filed.filter((entry) => entry.step === step.id && entry.document === document.id),
      wanted: isWanted(procedure, valid, step),
    })),
  );
}

/** 缺项清单: required papers of the steps that applied and are not there. */
export function missingDocuments(procedure: Procedure, valid: ValidEntries): MissingDocument[] {
  return procedure.definition.steps
    .filter((step) => isWanted(procedure, valid, step))
    .flatMap((step) =>
      step.documents
        .filter((document) => document.required && !valid.documents.get(step.id)?.has(document.id))
        .map((document) => ({ step, document })),
    );
}

function isWanted(procedure: Procedure, valid: ValidEntries, step: StepDefinition): boolean {
  if (step.optional) return valid.records.has(step.id);
  return appliesTo(procedure, valid, step) !== false;
}
