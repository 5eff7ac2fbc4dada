import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CLOCK_TOLERANCE_MS } from './check-chain.mjs';

/**
 * The anchors of a file: lines of JSON, lines of the program's log, or a saved mail. Each knows where it is from.
 * @param {string} path
 */
export function readAnchors(path) {
  const text = decoded(readFileSync(path, 'utf8'));
  return text.split(/\r?\n/).flatMap((line, place) => {
    const found = anchorOf(line);
    return found ? [{ ...found, from: `${basename(path)} 第 ${place + 1} 行` }] : [];
  });
}

function anchorOf(line) {
  const [, json] = /(\{.*\})/.exec(line) ?? [];
  try {
    const document = JSON.parse(json ?? '');
    const anchor = document.anchor ?? document;
    return Number.isInteger(anchor.seq) && typeof anchor.hash === 'string' ? anchor : null;
  } catch {
    return null;
  }
}

/** A saved mail breaks long lines and writes some characters as numbers. */
function decoded(text) {
  if (!/^content-transfer-encoding:\s*quoted-printable/im.test(text)) return text;
  return text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Holds the chain against the anchors while it is read. */
export class AnchorCheck {
  /** @param {object[]} anchors @param {(seq: number, text: string) => void} fault */
  constructor(anchors, fault) {
    this.fault = fault;
    this.waiting = new Map();
    this.good = 0;
    this.last = null;
    this.checked = 0;
    this.faultsBefore = 0;
    for (const anchor of anchors) {
      this.waiting.set(anchor.seq, [...(this.waiting.get(anchor.seq) ?? []), anchor]);
    }
    this.compare(anchors);
  }

  /** Anchors of two places must agree, and later ones may not point further back. */
  compare(anchors) {
    for (const [seq, same] of this.waiting) {
      const other = same.find(({ hash }) => hash !== same[0].hash);
      if (other) {
        this.fault(
          seq,
          `两处锚点对第 ${seq} 条说法不同：${same[0].from}、${other.from}；有一处的锚点被改动，或者有人用同一密钥另开了一条链`,
        );
      }
    }
    const inTime = anchors.filter(({ at }) => Number.isFinite(at)).toSorted((a, b) => a.at - b.at);
    inTime.reduce((before, anchor) => {
      if (before && anchor.seq < before.seq) {
        this.fault(
          anchor.seq,
          `后来的锚点（${anchor.from}，第 ${anchor.seq} 条）反而比先前的（${before.from}，第 ${before.seq} 条）靠前：其间恢复过旧备份，或者锚点被改动`,
        );
      }
      return anchor;
    }, null);
  }

  /** Where the chain stands after an event. */
  take(chain, event) {
    if (this.last?.at !== undefined && event.at < this.last.at - CLOCK_TOLERANCE_MS) {
      this.fault(event.seq, `第 ${event.seq} 条在锚点（${this.last.from}）之后写入，时间却早于它，是补插的`);
    }
    const here = this.waiting.get(event.seq);
    if (!here) return;
    this.waiting.delete(event.seq);
    const wrong = here.filter((anchor) => !this.fits(anchor, chain));
    this.checked += here.length;
    if (wrong.length === 0) {
      this.good = event.seq;
      this.last = here.find(({ at }) => Number.isFinite(at)) ?? this.last;
    }
    for (const anchor of wrong) this.tell(anchor, here, wrong);
  }

  fits(anchor, chain) {
    return (
      anchor.hash === chain.hash &&
      (anchor.contents === undefined || anchor.contents === chain.contents) &&
      (anchor.count === undefined || anchor.count === chain.count) &&
      (anchor.at === undefined || chain.latest <= anchor.at + CLOCK_TOLERANCE_MS)
    );
  }

  tell({ seq, from }, here, wrong) {
    const agrees = here.find((anchor) => !wrong.includes(anchor));
    this.fault(
      seq,
      agrees
        ? `锚点（${from}）与链不符，而另一处锚点（${agrees.from}）与链相符：多半是这一处的锚点文件被改动`
        : `第 ${this.good + 1} 条至第 ${seq} 条之间与锚点（${from}）不符，记录被改写`,
    );
  }

  /** Anchors that point beyond the end. */
  end(chain) {
    for (const [seq, [{ from }]] of this.waiting) {
      const text =
        seq > chain.seq
          ? `锚点（${from}）指到第 ${seq} 条，而档案只到第 ${chain.seq} 条：末尾记录被删除，或者恢复了旧备份`
          : `锚点（${from}）所指的第 ${seq} 条不在档案中`;
      this.fault(seq, text);
    }
  }
}
