#!/usr/bin/env node
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { AnchorCheck, readAnchors } from './check-anchors.mjs';
import { ChainCheck } from './check-chain.mjs';
import { CoverageCheck } from './check-coverage.mjs';
import { checkFiles } from './check-files.mjs';
import { reportText } from './report.mjs';

const USAGE = `用法：node verify.mjs <审计日志全文.jsonl> [--anchor 锚点文件 …] [--key 密钥文件] [--files 文件目录] [--json]

  --anchor  外部保存的锚点：锚点目录中的 .jsonl、保存下来的锚点邮件、含锚点的日志；可以写多次，最好来自不同的存放处
  --key     审计密钥文件（数据目录中的 audit.key，或者写有 DIAODU_AUDIT_KEY 的文件）；没有也能核验，能核验的少一些
  --files   佐证材料等文件的目录（数据目录中的 files），逐个核对哈希值
  --json    输出 JSON
`;

/** @returns {Promise<number>} 0 完好 · 1 有误 · 2 用法不对 */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      anchor: { type: 'string', multiple: true, default: [] },
      key: { type: 'string' },
      files: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length !== 1) throw new Error('请写明一个审计日志全文文件。');
  const verdict = await verify(positionals[0], values);
  process.stdout.write(values.json ? `${JSON.stringify(verdict, null, 2)}\n` : reportText(verdict));
  return verdict.ok ? 0 : 1;
}

/** Reads the archive once from front to back. */
async function verify(path, { anchor: anchorFiles, key: keyFile, files: filesFolder }) {
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

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
