import { setImmediate as breath } from 'node:timers/promises';
import type { AnchorStore } from '../anchors/anchor.store.js';
import type { ChainedFacts } from '../audit/audit-chain.js';
import type { AuditAnchor } from '../audit/verify-audit.js';
import type { Database } from '../database/database.js';
import { seeingAll } from '../database/sight.js';
import type { AuditedThing } from './audited-things.js';

/** What the lines are taken from. */
export interface ArchiveSource {
  db: Database;
  anchors: AnchorStore;
  things: readonly AuditedThing[];
  at: number;
}

const PAGE = 1000;

/**
 * The audit trail as lines of JSON that a program without this one can check: a heading, rows that are held against the
 * events, anchors, events, and the end of the chain. Rows come first and the end last, so that whoever works meanwhile is
 * told apart: rows are as of no earlier than `from` in the heading, and no later than `to` in their last line.
 */
export async function* archiveLines(source: ArchiveSource): AsyncGenerator<string> {
  const { db, anchors, things, at } = source;
  const from = await headOf(db);
  const covered = things.map(({ kind, isComplete, unset = [], belongsTo = null }) => ({
    kind,
    isComplete,
    unset,
    belongsTo,
  }));
  yield line({ line: 'archive', format: 1, at, from: from.seq, covered });
  for (const thing of things) yield* rowsOf(db, thing);
  yield line({ line: 'rows-end', to: (await headOf(db)).seq });
  for (const anchor of await anchors.all()) yield line({ line: 'anchor', ...anchor });
  const head = await headOf(db);
  yield* eventsOf(db, head.seq);
  yield line({ line: 'head', ...head });
}

async function* rowsOf(db: Database, { kind, table, fields }: AuditedThing): AsyncGenerator<string> {
  const columns = fields.map((field) => `${columnOf(field)} AS "${field}"`).join(', ');
  let after = '';
  for (;;) {
    const question = `SELECT id${columns === '' ? '' : `, ${columns}`} FROM ${table} WHERE id > ? ORDER BY id LIMIT ${PAGE}`;
    // Said beside each question: the lines are read as fast as somebody takes them, in whatever work that is.
    const page = await seeingAll('ARCHIVE', () => db.read<{ id: string }>(question, [after]));
    for (const { id, ...values } of page) yield line({ line: 'row', kind, id, fields: values });
    if (page.length < PAGE) return;
    after = page.at(-1)?.id ?? after;
    await breath();
  }
}

async function* eventsOf(db: Database, upTo: number): AsyncGenerator<string> {
  for (let after = 0; after < upTo;) {
    const page = await db.read<ChainedFacts & { previousHash: string; hash: string }>(
      `SELECT seq, at, actor, holder, address, request_id AS "requestId", operation, object_kind AS "objectKind",
              object_id AS "objectId", before, after, previous_hash AS "previousHash", hash
         FROM audit_event WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${PAGE}`,
      [after, upTo],
    );
    for (const event of page) yield line({ line: 'event', ...event });
    if (page.length === 0) return;
    after = page.at(-1)?.seq ?? upTo;
    await breath();
  }
}

async function headOf(db: Database): Promise<AuditAnchor> {
  const rows = await db.read<AuditAnchor>(`SELECT seq, hash FROM audit_head WHERE id = 'chain'`);
  return rows[0] ?? { seq: 0, hash: '' };
}

/** Events call fields as the program does, tables as databases do. */
function columnOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function line(document: object): string {
  return `${JSON.stringify(document)}\n`;
}
