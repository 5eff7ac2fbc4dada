import { DomainError, type RefusalKind } from '../../src/domain/refusal.js';
import { EXIT, failureOf } from '../../src/platform/cli/cli.js';
import { problemOf } from '../../src/platform/http/problem.filter.js';
import type { Channel, Refusal } from './refusal.js';

const HEAD = `# 拒绝办理的代码与用语

每一次拒绝办理都有一个固定的代码和一句说明：网页接口以问题文档（RFC 9457）返回，命令行以一个 JSON 文档写到标准错误。
花括号内是办理时填入的内容。本表由 \`test/architecture/refusals.spec.ts\` 按程序源码写出并逐字核对；改动用语后以
\`UPDATE_DOCS=1 npm run jest -- test/architecture/refusals\` 重写。每个代码都有测试。

| 代码 | 种类 | HTTP · 退出码 | 用语 | 出处 |
| --- | --- | --- | --- | --- |
`;

/** The table of all refusals as `docs/refusals.md` shows it: one line for each code and sentence, by code. */
export function refusalPaper(refusals: readonly Refusal[]): string {
  const lines = new Map<string, { refusal: Refusal; places: Set<string> }>();
  for (const refusal of refusals) {
    const key = [refusal.code, refusal.channel, refusal.sentence].join(' ');
    const line = lines.get(key) ?? { refusal, places: new Set<string>() };
    lines.set(key, { ...line, places: line.places.add(refusal.where.replace(/^src\//, '')) });
  }
  const sorted = [...lines].sort(([one], [other]) => (one < other ? -1 : 1));
  return HEAD + sorted.map(([, { refusal, places }]) => lineOf(refusal, [...places])).join('');
}

function lineOf({ code, channel, sentence }: Refusal, places: readonly string[]): string {
  const cells = [
    `\`${code}\``,
    `${channel.startsWith('HTTP') ? '平台' : channel}`,
    statusOf(channel, code),
    sentence.replaceAll('|', '\\|').replaceAll('*', '\\*'),
    places.map((place) => `\`${place}\``).join(' '),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

/** What the caller sees beside the sentence, asked of the program itself. */
function statusOf(channel: Channel, code: string): string {
  if (channel === 'USAGE') return `退出码 ${EXIT.usage}`;
  if (channel === 'STOP')
    return code === 'STORAGE_FAILED' ? `退出码 ${EXIT.storage}` : '记入日志，暂停定时任务';
  if (channel.startsWith('HTTP')) return channel;
  const refusal = new DomainError(channel as RefusalKind, code, '');
  return `HTTP ${problemOf(refusal).status} · 退出码 ${failureOf(refusal).exit}`;
}
