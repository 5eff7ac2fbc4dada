/** An operation as people call it. */
export interface NamedOperation {
  /** As recorded, e.g. `reporting.submit`. */
  code: string;
  /** What an official calls it; no two are called alike. */
  name: string;
  /** What it is listed under, e.g. 月报与办结. */
  group: string;
}

/** What the audit trail's codes are called. */
export interface AuditNames {
  operations: readonly NamedOperation[];
  /** Kinds of objects by their code. */
  objectKinds: Readonly<Record<string, string>>;
  /** Fields that events tell before and after, by their code. */
  fields: Readonly<Record<string, string>>;
}

/** Token of the names; the app gives them, since the platform knows no deeds of features. */
export const AUDIT_NAMES = Symbol('audit names');

/** Gives what one event's codes are called. A code of a later version, which has no name here, stays as it is. */
export class AuditNaming {
  private readonly operations: ReadonlyMap<string, string>;

  constructor(private readonly names: AuditNames) {
    this.operations = new Map(names.operations.map(({ code, name }) => [code, name]));
  }

  operation(code: string): string {
    return this.operations.get(code) ?? code;
  }

  objectKind(code: string): string {
    return this.names.objectKinds[code] ?? code;
  }

  field(code: string): string {
    return this.names.fields[code] ?? code;
  }
}
