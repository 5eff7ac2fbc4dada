/** News that something waits in a table: which table, and the key of its row. Never the row itself. */
export interface Bell {
  /**
   * `outbox`: a row of the outbox; `sweep`: rows that the sweep of this name looks for; `schedule`: slots, of which the
   * schedule itself knows which.
   */
  kind: BellKind;
  id: string;
}

export type BellKind = keyof typeof PREFIX;

const PREFIX = { outbox: 'ob', sweep: 'sw', schedule: 'sc' } as const;

/** Name of a bell in a queue server: one at a time waits for one row; no colon and not digits only, which BullMQ refuses. */
export function bellName({ kind, id }: Bell): string {
  return `${PREFIX[kind]}-${id}`;
}

/** Reads what came back from a queue server; null for anything we did not put there in this form. */
export function bellOf(data: unknown): Bell | null {
  const { kind, id } = (data ?? {}) as Partial<Bell>;
  return isKind(kind) && typeof id === 'string' && id !== '' ? { kind, id } : null;
}

function isKind(kind: unknown): kind is BellKind {
  return typeof kind === 'string' && Object.hasOwn(PREFIX, kind);
}
