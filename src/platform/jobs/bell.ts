/** News that something waits in a table: which table, and the key of its row. Never the row itself. */
export interface Bell {
  /** `outbox`: a row of the outbox; `slot`: a slot that any process may help with, as `<job> <slot>`. */
  kind: 'outbox' | 'slot';
  id: string;
}

/** The kinds of bells. */
export const KINDS: readonly Bell['kind'][] = ['outbox', 'slot'];

/** Name of a bell in a queue server: one at a time waits for one row; no colon and not digits only, which BullMQ refuses. */
export function bellName({ kind, id }: Bell): string {
  return `${kind === 'outbox' ? 'ob' : 'sl'}-${id}`;
}

/** Reads what came back from a queue server; null for anything we did not put there in this form. */
export function bellOf(data: unknown): Bell | null {
  const { kind, id } = (data ?? {}) as Partial<Bell>;
  return kind !== undefined && KINDS.includes(kind) && typeof id === 'string' && id !== ''
    ? { kind, id }
    : null;
}

/** The bell of a slot. */
export function slotBell(job: string, slot: string): Bell {
  return { kind: 'slot', id: `${job} ${slot}` };
}

/** The job and slot of such a bell. */
export function slotOfBell({ id }: Bell): { job: string; slot: string } {
  const at = id.indexOf(' ');
  return { job: id.slice(0, at), slot: id.slice(at + 1) };
}
