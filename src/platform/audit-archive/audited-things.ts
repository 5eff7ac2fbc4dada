/** Things whose rows can be held against the audit trail. */
export interface AuditedThing {
  /** Kind of object in the audit trail. */
  kind: string;
  table: string;
  /** Fields that never change without an event that tells their new value, as the event calls them. */
  fields: readonly string[];
  /** Whether every row has an event of its own. */
  isComplete: boolean;
  /** Values that a field may take by an event of another thing; such a value is no contradiction. */
  alsoBy?: Readonly<Record<string, readonly string[]>>;
}

/** Token of the list; the app gives it, since the platform knows no tables of features. */
export const AUDITED_THINGS = Symbol('audited things');
