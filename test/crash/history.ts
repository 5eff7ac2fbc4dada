import { appendFileSync } from 'node:fs';

/** One thing a driver did or was told. */
export type HistoryEvent =
  | { op: 'start'; trial: number; process: number; after?: 'start' | 'claim'; ms?: number }
  | { op: 'kill'; trial: number; process: number; state: string }
  | { op: 'answer'; trial: number; process: number; answer: MonthAnswer }
  | { op: 'exit'; trial: number; process: number; code: number | null; signal: string | null; stderr: string }
  | { op: 'fault'; trial: number; name: string }
  | { op: 'checked'; trial: number; found: string };

/** What `dispatch run --json` says, as far as it matters here. */
export interface MonthAnswer {
  snapshotSha256: string;
  alreadyDone: boolean;
  flags: { raised: number; cleared: number };
  reminders: { created: number; existing: number };
  lights: Record<string, number>;
}

/** Appends events to a file as they happen, so that a failed run can be read afterwards. */
export class History {
  constructor(readonly file: string) {}

  add(event: HistoryEvent): void {
    appendFileSync(this.file, `${JSON.stringify({ at: Date.now(), ...event })}\n`);
  }
}
