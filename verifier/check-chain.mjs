import { createHash, createHmac } from 'node:crypto';

const GENESIS = '0'.repeat(64);
/** How far a clock may be put back, and how long a unit of work may wait for its turn. */
export const CLOCK_TOLERANCE_MS = 10 * 60_000;

/** What an event's seal covers, in the order of canonical JSON (RFC 8785: keys sorted). */
const SEALED = [
  'actor',
  'address',
  'after',
  'at',
  'before',
  'holder',
  'objectId',
  'objectKind',
  'operation',
  'requestId',
  'seq',
];

const canonical = (event) =>
  `{${SEALED.map((name) => `"${name}":${JSON.stringify(event[name] ?? null)}`).join(',')}}`;

/** Follows the events one by one; `keys` are the ways the key may be meant, empty when there is none. */
export class ChainCheck {
  /** @param {Buffer[]} keys @param {(seq: number, text: string) => void} fault */
  constructor(keys, fault) {
    this.keys = keys;
    this.key = null;
    this.fault = fault;
    this.seq = 0;
    this.count = 0;
    this.hash = GENESIS;
    this.contents = GENESIS;
    this.latest = 0;
  }

  /** Takes the next event as it stands in the archive. */
  take(event) {
    const text = canonical(event);
    this.followSeq(event);
    if (event.previousHash !== this.hash) this.fault(event.seq, `第 ${event.seq} 条与前一条不相接`);
    if (this.keys.length > 0) this.unseal(event, text);
    if (event.at < this.latest - CLOCK_TOLERANCE_MS) {
      const minutes = Math.round((this.latest - event.at) / 60_000);
      this.fault(
        event.seq,
        `第 ${event.seq} 条的时间比前面的记录早 ${minutes} 分钟，可能是补插的（也可能服务器时钟曾被拨回）`,
      );
    }
    this.latest = Math.max(this.latest, event.at);
    this.seq = event.seq;
    this.count += 1;
    this.hash = event.hash;
    this.contents = createHash('sha256').update(this.contents).update('\n').update(text).digest('hex');
  }

  /** The chain must end where its head says. */
  end(head) {
    if (!head) return this.fault(this.seq, '档案没有结尾，可能没有下载完整');
    if (head.seq !== this.seq || head.hash !== this.hash) {
      this.fault(
        this.seq,
        `链尾登记为第 ${head.seq} 条，实际到第 ${this.seq} 条，末尾记录可能被删除或者替换`,
      );
    }
  }

  followSeq({ seq }) {
    if (seq === this.seq + 1) return;
    const text =
      seq > this.seq
        ? `第 ${this.seq} 条之后缺 ${seq - this.seq - 1} 条记录`
        : `第 ${seq} 条重复，或者次序被颠倒（排在第 ${this.seq} 条之后）`;
    this.fault(seq, text);
  }

  /** The key is the first way of meaning it that fits an event. */
  unseal(event, text) {
    const fits = (key) =>
      createHmac('sha256', key).update(this.hash).update('\n').update(text).digest('hex') === event.hash;
    if (this.key === null) this.key = this.keys.find(fits) ?? null;
    if (this.key === null ? true : !fits(this.key)) {
      this.fault(event.seq, `第 ${event.seq} 条内容与封存值不符：内容被改动，或者密钥不对`);
    }
  }
}
