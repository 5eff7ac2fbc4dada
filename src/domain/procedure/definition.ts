/** Calendar days run as they are; working days by the office's calendar (民法典第201条: the first day is not counted). */
export type PeriodUnit = 'CALENDAR' | 'WORKING';

/** A period as a rule states it, e.g. 不少于30日, 7个工作日. */
export interface Period {
  readonly count: number;
  readonly unit: PeriodUnit;
}

/** A value a step is recorded with. */
export interface FieldDefinition {
  readonly id: string;
  readonly name: string;
  readonly type: 'TEXT' | 'DAY' | 'CHOICE';
  /** Of a CHOICE: the id kept and the word shown. */
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly required: boolean;
  /** Required only when another field has one of these values. */
  readonly requiredWhen: { readonly field: string; readonly values: readonly string[] } | null;
}

/** A paper that belongs to a step; a required one must be there before the file is closed. */
export interface DocumentDefinition {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
}

/** A step that depends on facts of the matter: somebody answers the question and gives the reason. */
export interface DeterminationDefinition {
  readonly question: string;
  readonly article: string;
  /** Where local rules leave no choice: matters with this trait always take the step. */
  readonly forced: { readonly trait: string; readonly reason: string } | null;
}

/** One step of a procedure. Steps with the same `after` run in parallel. */
export interface StepDefinition {
  readonly id: string;
  readonly name: string;
  readonly article: string;
  /** Who records it: the office (牵头审核机构) or the department that undertakes the matter. */
  readonly by: 'OFFICE' | 'UNDERTAKER';
  /** Who does it, as the role map of the place says, e.g. 区司法局. */
  readonly role: string;
  readonly after: readonly string[];
  /** 可以: nothing waits for it. */
  readonly optional: boolean;
  /** May be recorded again although later steps have been done (执行情况报告). */
  readonly repeatable: boolean;
  /** Done on one version of the draft, whose hash is kept with the record. */
  readonly bindsDraft: boolean;
  readonly determination: DeterminationDefinition | null;
  readonly fields: readonly FieldDefinition[];
  readonly documents: readonly DocumentDefinition[];
  /** To be done within a period after another step; late is shown, not refused. */
  readonly due: (Period & { readonly after: string }) | null;
}

/** Where a day stands: in a field of the last valid record of a step, or `on`, the day the step was done. */
export interface DayPlace {
  readonly step: string;
  readonly field: string;
}

/** What a gate looks at. These kinds are the engine's whole vocabulary; which gates there are is data. */
export type GateRule =
  | {
      readonly kind: 'PASSED_ON_DRAFT';
      readonly step: string;
      readonly field: string;
      readonly values: readonly string[];
    }
  | {
      readonly kind: 'FIELD_IN';
      readonly step: string;
      readonly field: string;
      readonly values: readonly string[];
    }
  | { readonly kind: 'FIELDS'; readonly step: string; readonly fields: readonly string[] }
  | { readonly kind: 'DOCUMENTS'; readonly documents: readonly { step: string; document: string }[] }
  | { readonly kind: 'ANY_DONE'; readonly steps: readonly string[] }
  | { readonly kind: 'SETTLED'; readonly steps: readonly string[] }
  | {
      readonly kind: 'MIN_PERIOD';
      readonly from: DayPlace;
      readonly to: DayPlace;
      readonly period: Period;
      /** A longer period below which the strict reading of the rule is told as a warning; 0 for none. */
      readonly warnBelow: number;
    }
  | { readonly kind: 'NOT_BEFORE'; readonly from: DayPlace; readonly days: number }
  | {
      readonly kind: 'NEW_DRAFT_AFTER';
      readonly step: string;
      readonly field: string;
      readonly values: readonly string[];
    }
  | { readonly kind: 'ARCHIVE' };

/** A condition of the law on the way. HARD: 应当/不得, cannot be passed over. SOFT: 一般, with a recorded reason. */
export interface GateDefinition {
  readonly id: string;
  readonly name: string;
  readonly article: string;
  readonly force: 'HARD' | 'SOFT';
  /** Steps, or the deed CLOSE, that it stands before. */
  readonly guards: readonly string[];
  readonly rule: GateRule;
  /** Of a SOFT gate: whether the reason must also have been made public. */
  readonly override: { readonly published: boolean } | null;
}

/** What CLOSE is called among the things a gate guards. */
export const CLOSING = 'CLOSE';

/** A procedure as data: read from a file, checked once, never changed while it runs. */
export interface ProcedureDefinition {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** The rule it comes from, as refusals cite it. */
  readonly source: string;
  /** The overlays it was read with, in order. */
  readonly overlays: readonly string[];
  readonly steps: readonly StepDefinition[];
  readonly gates: readonly GateDefinition[];
  /** Steps that say the matter is decided and finished. */
  readonly milestones: { readonly decided: string; readonly finished: string };
  /** Where the matter falls back to when the draft changes in substance. */
  readonly substantiveChange: { readonly fallBackTo: string; readonly article: string };
  /** RESTART: what was handed in counts no more; PAUSE: it waits for the supplement. */
  readonly returns: {
    readonly step: string;
    readonly clock: 'RESTART' | 'PAUSE';
    readonly article: string;
  };
  /** Article that allows or orders each side deed. */
  readonly sides: { readonly suspend: string; readonly adjust: string; readonly terminate: string };
}
