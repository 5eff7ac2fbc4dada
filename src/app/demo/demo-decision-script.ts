import type { Day } from '../../domain/calendar/day.js';
import type { ProcedureDeed } from '../../domain/procedure/deed.js';
import type { ProcedureDefinition } from '../../domain/procedure/definition.js';
import { stepOf } from '../../domain/procedure/names.js';
import type { DecisionCategory } from '../../features/decisions/write-decision.service.js';

/** One line of a decision's story; which fields it carries says what is done. */
export interface DemoDecisionDeed {
  on: Day;
  /** A version of the draft, and what is new in it. */
  draft?: string;
  determine?: string;
  applies?: boolean;
  reason?: string;
  /** A step, with all its papers. */
  record?: string;
  fields?: Record<string, string>;
  close?: true;
}

/** One decision of decisions.yaml. */
export interface DemoDecision {
  number: string;
  title: string;
  category: DecisionCategory;
  department: string;
  supervisingLeader: string;
  finishOn: Day;
  /** Why it stands in the catalogue. */
  reason: string;
  deeds: DemoDecisionDeed[];
}

/** decisions.yaml. */
export interface DemoDecisions {
  year: number;
  enteredOn: Day;
  consent: { on: Day; document: string };
  publication: { on: Day; where: string };
  decisions: DemoDecision[];
}

/** One entry of a file: a paper, a draft or a deed. */
export type DemoAtom =
  | { kind: 'FILE'; on: Day; step: string; document: string; title: string; text: string }
  | { kind: 'DRAFT'; on: Day; title: string; text: string }
  | { kind: 'DEED'; on: Day; act: ProcedureDeed };

/** The story of a decision entry by entry, in the order in which its file grows. Pure. */
export function atomsOf(definition: ProcedureDefinition, { title, deeds }: DemoDecision): DemoAtom[] {
  return deeds.flatMap((deed): DemoAtom[] => {
    const { on, record, determine, draft } = deed;
    if (draft !== undefined) return [{ kind: 'DRAFT' as const, on, title: `${title}（草案）`, text: draft }];
    if (determine !== undefined) {
      const { applies = false, reason = '' } = deed;
      return [
        { kind: 'DEED' as const, on, act: { deed: 'DETERMINE' as const, step: determine, applies, reason } },
      ];
    }
    if (record === undefined)
      return [{ kind: 'DEED' as const, on, act: { deed: 'CLOSE' as const, reason: '材料齐全，归档结案' } }];
    const { documents, name } = stepOf(definition, record);
    const fields = deed.fields ?? {};
    const text = Object.values(fields).join('；') || name;
    return [
      ...documents.map((document) => ({
        kind: 'FILE' as const,
        on,
        step: record,
        document: document.id,
        title: document.name,
        text,
      })),
      { kind: 'DEED' as const, on, act: { deed: 'RECORD' as const, step: record, on, fields } },
    ];
  });
}
