import { createHash } from 'node:crypto';

/**
 * Holds rows against events of the thing they belong to, as tasks belong to a ledger: its events move many rows at once, and
 * seal what they were like, so that a row that was added, removed or changed past the program is noticed though it has no
 * event of its own.
 */
export class BelongingCheck {
  /**
   * @param {string} kind
   * @param {object} how as the heading of the archive says
   * @param {(seq: number, text: string) => void} fault
   */
  constructor(kind, how, fault) {
    Object.assign(this, { kind, how, fault });
    /** Events of each thing that has rows below it, and its newest seal. */
    this.above = new Map();
    this.rows = new Map();
    this.sealed = 0;
  }

  row(id, row) {
    row.earlier = [];
    this.rows.set(id, row);
  }

  /** An event of a row: what it was before is what it may have been when it was sealed. */
  told(row, seq, before) {
    for (const field of [this.how.field, ...this.how.sealed.fields])
      if (before !== null && field in before) row.earlier.push({ seq, field, value: before[field] });
  }

  /** An event of the thing above. */
  event({ seq, operation, objectId, after }) {
    const known = this.above.get(objectId) ?? { moves: [], seal: null };
    const { sealedTasks, sealedSha256 } = after ?? {};
    for (const move of this.how.moves) if (move.operation === operation) known.moves.push({ ...move, seq });
    if (sealedSha256 !== undefined) known.seal = { seq, count: sealedTasks, sha256: sealedSha256 };
    this.above.set(objectId, known);
  }

  /** Whether the moved field may have the value it has, by what was told of the row and what happened above it. */
  isPossible({ fields, told }) {
    const { field, by, untold } = this.how;
    const last = told.get(field);
    const possible = new Set(last ? [last.value] : untold);
    for (const { seq, from, to } of this.above.get(fields[by])?.moves ?? []) {
      const isMoved = last
        ? seq > last.seq && from.some((value) => possible.has(value))
        : from.includes(null);
      if (isMoved) possible.add(to);
    }
    return possible.has(fields[field]);
  }

  end(upTo) {
    const byThing = new Map([...this.above.keys()].map((id) => [id, []]));
    for (const [id, row] of this.rows) byThing.get(row.fields[this.how.by])?.push([id, row]);
    for (const [id, { seal }] of this.above) {
      const rows = byThing.get(id);
      // Somebody was at work on it while the archive was written: what was read may be either.
      if (seal === null || seal.seq > upTo || rows.some(([, row]) => row.isBusy)) continue;
      this.sealed += 1;
      const now = this.sealOf(rows, seal.seq);
      if (now.sha256 === seal.sha256) continue;
      const counts = now.count === seal.count ? '' : `，当时 ${seal.count} 项，现在 ${now.count} 项`;
      this.fault(
        seal.seq,
        `ledger ${id}：第 ${seal.seq} 条印发时封存的任务（编号、原定时限、完成时限）与数据表不符${counts}，有任务被越过程序添加、删除或者改动`,
      );
    }
  }

  /** The seal as it would have come out at an event, from the rows of today and what later events say was before them. */
  sealOf(rows, at) {
    const { field, sealed } = this.how;
    const hash = createHash('sha256');
    let count = 0;
    for (const [id, row] of rows) {
      const then = (name) => {
        const next = row.earlier.find(({ seq, field: changed }) => seq > at && changed === name);
        return next ? next.value : row.fields[name];
      };
      if (sealed.unless.includes(then(field))) continue;
      hash.update(`${JSON.stringify([id, ...sealed.fields.map(then)])}\n`);
      count += 1;
    }
    return { count, sha256: hash.digest('hex') };
  }
}
