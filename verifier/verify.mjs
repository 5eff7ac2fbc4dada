#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { reportText } from './report.mjs';
import { verify } from './verify-archive.mjs';

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

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
