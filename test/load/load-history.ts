import { appendFileSync } from 'node:fs';

/** What a request was for; figures are told apart by it. */
export type LoadKind = 'sign-in' | 'list' | 'write' | 'upload' | 'export' | 'dashboard' | 'month';

/** How a request ended: answered well, refused, or unknown (no answer). */
export interface LoadEvent {
  kind: LoadKind;
  /** What it was about: the report written, or the SHA-256 of the file sent. */
  key: string;
  status: number | 'unknown';
  milliseconds: number;
  user: string;
}

/** Written as it happens, so that the checker, which shares nothing with the drivers, can be told what was promised. */
export class LoadHistory {
  readonly events: LoadEvent[] = [];

  constructor(readonly file: string) {}

  add(event: LoadEvent): void {
    this.events.push(event);
    appendFileSync(this.file, `${JSON.stringify({ at: Date.now(), ...event })}\n`);
  }
}

/** The p-th part of the sorted figures, e.g. 0.95. */
export function percentile(figures: readonly number[], p: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}
