import type { Day } from '../../domain/calendar/day.js';

/** Told when a report or a close-out request was handed in; the evidence it names is then linked to it. */
export const EVIDENCE_CITED = 'evidence.cited';

/** Which evidence stands behind what was handed in. */
export interface EvidenceCited {
  subjectKind: 'REPORT' | 'CLOSE_OUT';
  subjectId: string;
  /** All of them: what was named before and is not any more is unlinked. */
  evidenceIds: string[];
  by: string;
  on: Day;
}
