import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { AnchorCheck, readAnchors } from './check-anchors.mjs';
import { ChainCheck } from './check-chain.mjs';
import { CoverageCheck } from './check-coverage.mjs';
import { checkFiles } from './check-files.mjs';

/**
 * Reads an archive once from front to back and tells what does not fit.
 * @param {string} path
 * @param {{ anchor: readonly string[], key?: string, files?: string }} given files of anchors, of the key, folder of evidence
 */
export async function verify(path, { anchor: anchorFiles, key: keyFile, files: filesFolder }) {
  const faults = [];
  const by = (check) => (seq, text) => faults.push({ by: check, seq, text });
  const given = anchorFiles.map((file) => ({ file, anchors: readAnchors(file) }));
  const empty = given.filter(({ anchors }) => anchors.length === 0).map(({ file }) => file);
  if (empty.length > 0) throw new Error(`没有在 ${empty.join('、')} 中找到锚点。`);
  const chain = new ChainCheck(keyFile === undefined ? [] : keysOf(keyFile), by('chain'));
  const anchors = new AnchorCheck(
    given.flatMap((each) => each.anchors),
    by('anchor'),
  );
  const coverage = new CoverageCheck(by('coverage'));
  const ends = await follow(path, { chain, anchors, coverage });
  chain.end(ends.head);
  anchors.end(chain);
  coverage.end();
  const filesRead =
    filesFolder === undefined ? null : await checkFiles(filesFolder, coverage.rows, by('files'));
  return {
    ok: faults.length === 0,
    faults: faults.toSorted((a, b) => a.seq - b.seq),
    events: chain.count,
    head: { seq: chain.seq, hash: chain.hash },
    archivedAt: ends.archivedAt,
    latest: chain.latest,
    withKey: keyFile !== undefined,
    anchorFiles: given.map(({ file, anchors: found }) => ({ file, anchors: found.length })),
    anchorsChecked: anchors.checked,
    anchoredUpTo: anchors.good,
    rowsCompared: coverage.compared,
    sealsCompared: coverage.sealed,
    filesRead,
  };
}

async function follow(path, { chain, anchors, coverage }) {
  const ends = { archivedAt: null, head: null };
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const { line, ...document } = parse(text, number);
    if (line === 'archive') {
      ends.archivedAt = document.at;
      coverage.begin(document);
    } else if (line === 'row') coverage.row(document);
    else if (line === 'head') ends.head = document;
    else if (line === 'event') {
      chain.take(document);
      anchors.take(chain, document);
      coverage.event(document);
    }
  }
  if (ends.archivedAt === null) throw new Error(`${path} 不是审计日志全文。`);
  return ends;
}

function parse(text, number) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`档案第 ${number} 行读不懂，文件可能不完整。`);
  }
}

/** A key the program made stands in its file as hexadecimal digits; one that is a setting is text. */
function keysOf(file) {
  const text = readFileSync(file, 'utf8').trim();
  const isHex = /^([0-9a-f]{2}){32,}$/.test(text);
  return [...(isHex ? [Buffer.from(text, 'hex')] : []), Buffer.from(text, 'utf8')];
}
