import type { Day } from '../calendar/day.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { ProcedureDefinition } from './definition.js';
import type { SideDeed } from './side-state.js';

/** What every entry of a file says. */
interface Dated {
  /** Place in the file, from 1. */
  readonly seq: number;
  /** The day of the fact. */
  readonly on: Day;
  /** The office's day on which it was entered; what was known as of a day is what had been entered by then. */
  readonly recordedOn: Day;
  /** Post code. */
  readonly by: string;
}

/** A step was done. */
export interface StepEntry extends Dated {
  readonly kind: 'STEP';
  readonly step: string;
  readonly fields: Readonly<Record<string, string>>;
  /** SHA-256 of the draft it was done on; null before there is one or where the step is not about the draft. */
  readonly draft: string | null;
}

/** 适用性判断. */
export interface DeterminationEntry extends Dated {
  readonly kind: 'DETERMINATION';
  readonly step: string;
  readonly applies: boolean;
  readonly reason: string;
}

/** A soft gate is asked to open for a reason; it does once somebody else approves. */
export interface OverrideEntry extends Dated {
  readonly kind: 'OVERRIDE';
  readonly gate: string;
  readonly reason: string;
  /** Where the reason was made public; empty where the gate does not ask for it. */
  readonly publishedIn: string;
}

export interface ApprovalEntry extends Dated {
  readonly kind: 'APPROVAL';
  /** `seq` of the override. */
  readonly override: number;
}

/** A version of the draft. */
export interface DraftEntry extends Dated {
  readonly kind: 'DRAFT';
  readonly sha256: string;
  readonly substantive: boolean;
  readonly note: string;
}

/** A paper was filed with a step. */
export interface DocumentEntry extends Dated {
  readonly kind: 'DOCUMENT';
  readonly step: string;
  readonly document: string;
  readonly name: string;
  readonly sha256: string;
}

/** Returned, resumed, suspended, adjusted, terminated, closed. */
export interface MarkEntry extends Dated {
  readonly kind: 'MARK';
  readonly deed: SideDeed;
  readonly reason: string;
}

export type Entry =
  StepEntry | DeterminationEntry | OverrideEntry | ApprovalEntry | DraftEntry | DocumentEntry | MarkEntry;

/** An entry still without place, day of entry and author, which deciding adds. */
export type Fact<E extends Entry = Entry> = E extends Entry ? Omit<E, 'seq' | 'recordedOn' | 'by'> : never;

/** A matter under way: its rules, what is known of it, and the calendar its periods run by. */
export interface Procedure {
  readonly definition: ProcedureDefinition;
  readonly calendar: WorkingCalendar;
  /** Facts of the matter that determinations may be forced by, e.g. CATALOGUED. */
  readonly traits: readonly string[];
  /** In the order of `seq`; never changed, only added to. */
  readonly entries: readonly Entry[];
}

/** The matter as it was known at the end of a day. Only what had been entered by then counts, so the answer stays. */
export function asKnownOn(procedure: Procedure, day: Day): Procedure {
  return { ...procedure, entries: procedure.entries.filter((entry) => entry.recordedOn <= day) };
}
