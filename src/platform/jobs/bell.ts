/** News that something waits in a table: which table, and the key of its row. Never the row itself. */
export interface Bell {
  /** `outbox`: a row of the outbox. */
  kind: 'outbox';
  id: string;
}

/** Name of a bell in a queue server: one at a time waits for one row; no colon and not digits only, which BullMQ refuses. */
export function bellName({ id }: Bell): string {
  return `ob-${id}`;
}

/** Reads what came back from a queue server; null for anything we did not put there in this form. */
export function bellOf(data: unknown): Bell | null {
  const { kind, id } = (data ?? {}) as Partial<Bell>;
  return kind === 'outbox' && typeof id === 'string' && id !== '' ? { kind, id } : null;
}
