import { Injectable } from '@nestjs/common';
import { BoardLineStore, type BoardTask } from './board-line.store.js';

export type { BoardPart, BoardTask } from './board-line.store.js';

/** What the task list asks of a ledger: all its tasks at once, then only those that changed. */
@Injectable()
export class BoardReader {
  constructor(private readonly lines: BoardLineStore) {}

  /** Every task of a ledger in any state, in reading order. */
  async tasks(ledgerId: string): Promise<BoardTask[]> {
    return this.lines.all(ledgerId);
  }

  /** Those of these tasks that belong to the ledger. */
  async changed(ledgerId: string, ids: readonly string[]): Promise<BoardTask[]> {
    return this.lines.some(ledgerId, ids);
  }

  /** How many tasks a ledger has. */
  async count(ledgerId: string): Promise<number> {
    return this.lines.count(ledgerId);
  }

  /** Tasks that these parts, nodes or extension requests belong to. */
  async tasksOfParts(
    kind: 'assignment' | 'milestone' | 'extension_request',
    ids: readonly string[],
  ): Promise<string[]> {
    return this.lines.tasksOf(kind, ids);
  }
}
