/** News that something waits in a table: which table, and the key of its row. Never the row itself. */
export interface Bell {
  /**
   * `outbox`: a row of the outbox; `slot`: a slot that any process may help with, as `<job> <slot>`; `sweep`: rows that the
   * sweep of this name looks for; `schedule`: slots, of which the schedule itself knows which.
   */
  kind: BellKind;
  id: string;
}

export type BellKind = keyof typeof PREFIX;

const PREFIX = { outbox: 'ob', slot: 'sl', sweep: 'sw', schedule: 'sc' } as const;

/**
 * Bells that wait their turn together. Slots have a lane of their own: the hundreds of a large freeze must not stand before
 * an event that somebody waits for.
 */
export const LANES = ['bells', 'slots'] as const;
export type BellLane = (typeof LANES)[number];

/** The lane in which a bell waits. */
export function laneOf({ kind }: Pick<Bell, 'kind'>): BellLane {
  return kind === 'slot' ? 'slots' : 'bells';
}

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

/** The bell of a slot. */
export function slotBell(job: string, slot: string): Bell {
  return { kind: 'slot', id: `${job} ${slot}` };
}

/** The job and slot of such a bell. */
export function slotOfBell({ id }: Bell): { job: string; slot: string } {
  const at = id.indexOf(' ');
  return { job: id.slice(0, at), slot: id.slice(at + 1) };
}
