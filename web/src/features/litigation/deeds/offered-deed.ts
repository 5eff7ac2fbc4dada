import type { FieldSpec, Values } from './form-spec.js';

/** Something the person may do now about a case, an instance, a hearing or a department's place at it. */
export interface OfferedDeed {
  /** Key under `deed`; consequences stand under `consequence`. */
  code: string;
  method: 'POST' | 'PUT' | 'PATCH';
  /** Address below /api/v1. */
  path: string;
  version: number | null;
  /** What it is about, in words. */
  subject: string;
  fields: readonly FieldSpec[];
  initial?: Values;
  /** Sent besides the fields. */
  fixed?: Values;
  /** Makes the body where it is more than its fields. */
  shape?: (body: Record<string, unknown>) => Record<string, unknown>;
  isDanger?: boolean;
  /** What is waited for; its button stands out. */
  isNext?: boolean;
}
