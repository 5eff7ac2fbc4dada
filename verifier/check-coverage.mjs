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
    this.alsoBy = new Map();
    this.from = 0;
    this.compared = 0;
  }

  /** The heading says which kinds of rows there are, and from which event on others were at work. */
  begin({ covered, from }) {
    this.from = from;
    for (const { kind, isComplete, alsoBy } of covered) {
      this.complete.set(kind, isComplete);
      this.alsoBy.set(kind, alsoBy);
    }
  }

  row({ kind, id, fields }) {
    this.rows.set(`${kind} ${id}`, { fields, told: new Map(), isTold: false, isBusy: false });
  }

  event({ seq, objectKind, objectId, after }) {
    if (!this.complete.has(objectKind)) return;
    const name = `${objectKind} ${objectId}`;
    const row = this.rows.get(name);
    if (!row) {
      if (this.complete.get(objectKind) && seq <= this.from) this.gone.set(name, seq);
      return;
    }
    row.isTold = true;
    if (seq > this.from) row.isBusy = true;
    for (const [field, value] of Object.entries(after === null ? {} : JSON.parse(after))) {
      if (field in row.fields) row.told.set(field, { value: plain(value), seq });
    }
  }

  end() {
    for (const [name, seq] of this.gone)
      this.fault(seq, `${name}：审计日志中有，数据表中没有，被越过程序删除`);
    for (const [name, row] of this.rows) {
      const [kind] = name.split(' ');
      if (!row.isTold && this.complete.get(kind))
        this.fault(0, `${name}：数据表中有，审计日志中没有，被越过程序添加`);
      if (row.isBusy) continue;
      this.compared += 1;
      for (const [field, { value, seq }] of row.told) {
        const isByOther = this.alsoBy.get(kind)[field]?.includes(row.fields[field]);
        if (plain(row.fields[field]) === value || isByOther) continue;
        const [is, was] = [row.fields[field], value].map((one) => JSON.stringify(one));
        this.fault(
          seq,
          `${name} 的 ${field}：审计日志第 ${seq} 条记为 ${was}，数据表中是 ${is}，被越过程序改动`,
        );
      }
    }
  }
}
