import type { Day } from '../calendar/day.js';
import { sideDeedNames, type SideDeed } from './side-state.js';

/** What can be done to a matter. */
export type ProcedureDeed =
  | {
      readonly deed: 'RECORD';
      readonly step: string;
      readonly on: Day;
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly deed: 'DETERMINE'; readonly step: string; readonly applies: boolean; readonly reason: string }
  | {
      readonly deed: 'OVERRIDE';
      readonly gate: string;
      readonly reason: string;
      readonly publishedIn: string;
    }
  | { readonly deed: 'APPROVE_OVERRIDE'; readonly override: number }
  | {
      readonly deed: 'CHANGE_DRAFT';
      readonly sha256: string;
      readonly substantive: boolean;
      readonly note: string;
    }
  | {
      readonly deed: 'FILE_DOCUMENT';
      readonly step: string;
      readonly document: string;
      readonly name: string;
      readonly sha256: string;
    }
  | SideAct;

/** A deed that takes the matter off its way, back onto it, or ends it. */
export interface SideAct {
  readonly deed: SideDeed;
  readonly reason: string;
}

export function isSideAct(act: ProcedureDeed): act is SideAct {
  return act.deed in sideDeedNames;
}

/** Who does it; approving one's own exception is refused. */
export interface ProcedureAct {
  readonly by: string;
  readonly act: ProcedureDeed;
}
