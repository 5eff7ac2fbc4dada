/** Things whose rows can be held against the audit trail. */
export interface AuditedThing {
  /** Kind of object in the audit trail. */
  kind: string;
  table: string;
  /** Fields that never change without an event that tells their new value, as the event calls them. */
  fields: readonly string[];
  /** Whether every row has an event of its own. */
  isComplete: boolean;
  /** Fields that are empty until an event tells a value. */
  unset?: readonly string[];
  /** The thing it belongs to, where events of that one say something of it as well. */
  belongsTo?: Belonging;
}

/** How a thing's rows follow from events of the thing they belong to. */
export interface Belonging {
  kind: string;
  /** Field with the id of that thing. */
  by: string;
  /** The field that its events move, and how: from each of the values (null: none was told yet) to another. */
  field: string;
  moves: readonly { operation: string; from: readonly (string | null)[]; to: string }[];
  /** Values of that field that a row has before any event tells one. */
  untold: readonly string[];
  /**
   * An event of that thing with `sealedTasks` and `sealedSha256` seals these fields, after the id, of all rows but those whose
   * field has one of the values then: lines of JSON lists in the order of ids.
   */
  sealed: { fields: readonly string[]; unless: readonly string[] };
}

/** Token of the list; the app gives it, since the platform knows no tables of features. */
export const AUDITED_THINGS = Symbol('audited things');
