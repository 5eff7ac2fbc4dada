import { BelongingCheck } from './check-belonging.mjs';

/** Tables keep yes and no as 1 and 0, and lists as JSON. */
const plain = (value) => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : value;
};

/**
 * Holds rows of business tables against what the events say of them: a row that says otherwise, has no event at all, or
 * is gone, was changed past the program. Rows that somebody worked on while the archive was written are left out.
 */
export class CoverageCheck {
  /** @param {(seq: number, text: string) => void} fault */
  constructor(fault) {
    this.fault = fault;
    this.rows = new Map();
    this.gone = new Map();
    this.complete = new Map();
    this.unset = new Map();
    this.belongings = new Map();
    this.from = 0;
    this.compared = 0;
  }

  /** How many things had a seal over the rows that belong to them, and it was worked out again. */
  get sealed() {
    return [...this.belongings.values()].reduce((sum, { sealed }) => sum + sealed, 0);
  }

  /** The heading says which kinds of rows there are, and from which event on others were at work. */
  begin({ covered, from }) {
    this.from = from;
    for (const { kind, isComplete, unset, belongsTo } of covered) {
      this.complete.set(kind, isComplete);
      this.unset.set(kind, unset);
      if (belongsTo) this.belongings.set(kind, new BelongingCheck(kind, belongsTo, this.fault));
    }
  }

  row({ kind, id, fields }) {
    const row = { kind, fields, told: new Map(), isTold: false, isBusy: false };
    this.rows.set(`${kind} ${id}`, row);
    this.belongings.get(kind)?.row(id, row);
  }

  event({ seq, operation, objectKind, objectId, before, after }) {
    if (!this.complete.has(objectKind)) return;
    const [was, is] = [before, after].map((text) => (text === null ? null : JSON.parse(text)));
    for (const check of this.belongings.values())
      if (check.how.kind === objectKind) check.event({ seq, operation, objectId, after: is });
    const name = `${objectKind} ${objectId}`;
    const row = this.rows.get(name);
    if (!row) {
      if (this.complete.get(objectKind) && seq <= this.from) this.gone.set(name, seq);
      return;
    }
    row.isTold = true;
    if (seq > this.from) row.isBusy = true;
    this.belongings.get(objectKind)?.told(row, seq, was);
    for (const [field, value] of Object.entries(is ?? {})) {
      if (field in row.fields) row.told.set(field, { value: plain(value), seq });
    }
  }

  end() {
    for (const [name, seq] of this.gone)
      this.fault(seq, `${name}：审计日志中有，数据表中没有，被越过程序删除`);
    for (const [name, row] of this.rows) {
      if (!row.isTold && this.complete.get(row.kind))
        this.fault(0, `${name}：数据表中有，审计日志中没有，被越过程序添加`);
      if (row.isBusy) continue;
      this.compared += 1;
      this.compare(name, row);
    }
    for (const check of this.belongings.values()) check.end(this.from);
  }

  compare(name, row) {
    const belonging = this.belongings.get(row.kind);
    const moved = belonging?.how.field;
    for (const [field, { value, seq }] of row.told) {
      if (field === moved || plain(row.fields[field]) === value) continue;
      this.differs(name, row, field, seq, value);
    }
    for (const field of this.unset.get(row.kind))
      if (row.fields[field] !== null && !row.told.has(field)) this.untold(name, row, field);
    if (belonging === undefined || belonging.isPossible(row)) return;
    const last = row.told.get(moved);
    if (last) this.differs(name, row, moved, last.seq, last.value);
    else this.untold(name, row, moved);
  }

  untold(name, { fields }, field) {
    const is = JSON.stringify(fields[field]);
    this.fault(0, `${name} 的 ${field}：审计日志没有记过，数据表中是 ${is}，被越过程序改动`);
  }

  differs(name, { fields }, field, seq, told) {
    const [is, was] = [fields[field], told].map((one) => JSON.stringify(one));
    this.fault(seq, `${name} 的 ${field}：审计日志第 ${seq} 条记为 ${was}，数据表中是 ${is}，被越过程序改动`);
  }
}
