import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** How far a piece of work is, or how it ended. */
export interface Standing {
  state: 'RUNNING' | 'DONE' | 'FAILED';
  done: number;
  total: number;
  text: string;
  /** Code of the refusal that ended the work; null unless FAILED. */
  code: string | null;
}

/** Whoever does the work tells it through this. */
export interface Teller {
  say(done: number, total: number, text: string): void;
}

/** Hears every change; `over` comes after the last one, or when the entry is dropped. */
export interface Listener {
  hear(standing: Standing): void;
  over(): void;
}

interface Entry {
  owner: string;
  standing: Standing;
  listeners: Set<Listener>;
}

const KEPT_MS = 60_000;
const MAX_ENTRIES = 500;
const MAX_OF_OWNER = 20;
const MAX_LISTENERS = 8;
const MAX_TEXT = 200;

/** What long work of this process says of itself. In memory only: it dies with the process, as the work does. */
@Injectable()
export class ProgressBoard implements OnModuleDestroy {
  /** How long an ended entry is kept for a late listener; shortened in tests. */
  keptMs: number = KEPT_MS;
  private readonly entries = new Map<string, Entry>();

  /**
   * Opens an entry for work that begins; null when the id is taken or the owner has too many. Progress is a courtesy, so
   * the work goes on without it.
   */
  open(id: string, owner: string): Teller | null {
    const known = this.entries.get(id);
    if (known && (known.owner !== owner || known.standing.state === 'RUNNING')) return null;
    const own = [...this.entries.values()].filter((entry) => entry.owner === owner).length;
    if (!known && (own >= MAX_OF_OWNER || this.entries.size >= MAX_ENTRIES)) return null;
    const standing: Standing = { state: 'RUNNING', done: 0, total: 0, text: '', code: null };
    const entry: Entry = { owner, standing, listeners: new Set() };
    this.entries.set(id, entry);
    return { say: (done, total, text) => change(entry, { done, total, text: text.slice(0, MAX_TEXT) }) };
  }

  /** Ends the work of an id; its last word is kept a while for who listens late. */
  close(id: string, owner: string, end: Pick<Standing, 'state' | 'text' | 'code'>): void {
    const entry = this.of(id, owner);
    if (!entry) return;
    change(entry, end);
    for (const listener of entry.listeners) listener.over();
    entry.listeners.clear();
    setTimeout(() => {
      if (this.entries.get(id) === entry) this.entries.delete(id);
    }, this.keptMs).unref();
  }

  /** True while an owner's entry is there to be listened to. */
  has(id: string, owner: string): boolean {
    return this.of(id, owner) !== null;
  }

  /** Tells a listener where the work stands and everything after; gives how to stop. Nothing for a foreign id. */
  listen(id: string, owner: string, listener: Listener): () => void {
    const entry = this.of(id, owner);
    if (!entry || entry.listeners.size >= MAX_LISTENERS) {
      listener.over();
      return () => undefined;
    }
    listener.hear(entry.standing);
    if (entry.standing.state === 'RUNNING') entry.listeners.add(listener);
    else listener.over();
    return () => entry.listeners.delete(listener);
  }

  /** Open streams would keep the server from closing. */
  onModuleDestroy(): void {
    for (const entry of this.entries.values()) for (const listener of entry.listeners) listener.over();
    this.entries.clear();
  }

  private of(id: string, owner: string): Entry | null {
    const entry = this.entries.get(id);
    return entry?.owner === owner ? entry : null;
  }
}

/** Tells listeners of a change they could see; a thousandth row of ten million is none. */
function change(entry: Entry, changes: Partial<Standing>): void {
  if (entry.standing.state !== 'RUNNING') return;
  const before = entry.standing;
  entry.standing = { ...before, ...changes };
  const seen = percentOf(before) !== percentOf(entry.standing) || before.text !== entry.standing.text;
  if (!seen && entry.standing.state === 'RUNNING') return;
  for (const listener of entry.listeners) listener.hear(entry.standing);
}

function percentOf({ done, total }: Standing): number {
  return total === 0 ? done : Math.floor((done / total) * 100);
}
