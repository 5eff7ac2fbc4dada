import type { ChainPoint } from '../audit/content-digest.js';

/** An anchor as it is put out. */
export interface AnchorSent extends ChainPoint {
  slot: string;
  /** When it was taken, milliseconds UTC. */
  at: number;
}

/** Somewhere outside the database that anchors are put. */
export interface AnchorPlace {
  /** Kind and address, by which its rows are known: `folder:/mnt/anchors`. */
  readonly name: string;
  /** How often it is sent to; a mail an hour would not be read. */
  readonly every: 'hour' | 'day';
  /** Resolves when the anchor has arrived; may be called twice with the same one. Never inside a unit of work. */
  put(anchor: AnchorSent): Promise<void>;
}

/** The anchor as one line of JSON; the order of its fields is part of the format. */
export function anchorLine({ slot, seq, count, hash, contents, at }: AnchorSent): string {
  return JSON.stringify({ format: 1, seq, count, hash, contents, at, slot });
}
