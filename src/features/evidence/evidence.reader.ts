import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { marks } from '../../platform/database/placeholders.js';
import { mayRead, type Party } from './evidence.policy.js';
import { EvidenceSettings } from './evidence-settings.js';
import { EvidenceStore, type NamedEvidence } from './evidence.store.js';

/** Ids in one question. */
const AT_ONCE = 1000;

/** A piece of evidence as later features see it. */
export interface EvidenceFacts {
  id: string;
  taskId: string;
  /** Null for the office's own. */
  departmentId: string | null;
  name: string;
  sha256: string;
  bytes: number;
  /** Marked for all departments with a part in the task. */
  isShared: boolean;
  /** Neither removed nor replaced by a newer version. */
  isStanding: boolean;
}

/** What later features may ask about evidence. */
@Injectable()
export class EvidenceReader {
  constructor(
    private readonly db: Database,
    private readonly store: EvidenceStore,
    private readonly settings: EvidenceSettings,
  ) {}

  /** Pieces by id; one that is not there is missing from the map. */
  async byId(ids: readonly string[]): Promise<Map<string, EvidenceFacts>> {
    const wanted = [...new Set(ids)];
    const rows: NamedEvidence[] = [];
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      rows.push(...(await this.store.many(wanted.slice(at, at + AT_ONCE))));
    }
    return new Map(
      rows.map((row) => [
        row.id,
        {
          id: row.id,
          taskId: row.taskId,
          departmentId: row.departmentId,
          name: row.name,
          sha256: row.sha256,
          bytes: row.bytes,
          isShared: row.isShared === 1,
          isStanding: row.removedOn === null && row.supersededOn === null,
        },
      ]),
    );
  }

  /** What an actor may read of everything uploaded for a task, also what was removed or replaced since. */
  async readableOf(taskId: string, actor: Actor, parties: readonly Party[]): Promise<EvidenceFacts[]> {
    const rows = await this.db.read<{ id: string }>('SELECT id FROM evidence WHERE task_id = ? ORDER BY id', [
      taskId,
    ]);
    const pieces = [...(await this.byId(rows.map(({ id }) => id))).values()];
    return pieces.filter(({ departmentId, isShared }) =>
      mayRead(actor, { departmentId, isShared: Number(isShared) }, parties),
    );
  }

  /**
   * Hashes of the evidence that stood for tasks at the end of a day, in text order without repetition; by
   * `<task>/<department>`, and by `<task>/` for the whole task. At most 1,000 tasks; a hot path of the freeze.
   */
  async hashesOf(taskIds: readonly string[], asOf: Day): Promise<Map<string, string[]>> {
    if (taskIds.length === 0) return new Map();
    const rows = await this.db.read<{ taskId: string; departmentId: string | null; sha256: string }>(
      `SELECT DISTINCT task_id AS "taskId", department_id AS "departmentId", sha256 FROM evidence
        WHERE task_id IN (${marks(taskIds)}) AND uploaded_on <= ? AND (removed_on IS NULL OR removed_on > ?)
          AND (superseded_on IS NULL OR superseded_on > ?) ORDER BY sha256`,
      [...taskIds, asOf, asOf, asOf],
    );
    const hashes = new Map<string, string[]>();
    for (const { taskId, departmentId, sha256 } of rows) {
      put(hashes, `${taskId}/`, sha256);
      if (departmentId !== null) put(hashes, `${taskId}/${departmentId}`, sha256);
    }
    return hashes;
  }

  /** Whether the office wants at least one piece of evidence with a close-out request. */
  async closeOutNeedsEvidence(): Promise<boolean> {
    return (await this.settings.rules()).closeOutNeedsEvidence;
  }
}

function put(hashes: Map<string, string[]>, key: string, sha256: string): void {
  const known = hashes.get(key) ?? [];
  if (known.at(-1) !== sha256) known.push(sha256);
  hashes.set(key, known);
}
