import { existsSync, readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { DomainError } from '../../domain/refusal.js';
import type { OfficeLimits } from './office-limits.js';
import { parseOfficeFile } from './parse-office-file.js';

/*
 * The program of the child process: file bytes on stdin, extension and limits as arguments, one JSON answer on
 * stdout. It holds nothing the parent needs, so the parent may kill it at any moment.
 */
const [extension = '', limitsText = '{}'] = process.argv.slice(2);
const limits = JSON.parse(limitsText) as OfficeLimits;

endWithoutParent(limits.wallMilliseconds + 1000);
try {
  const document = await parseOfficeFile(await buffer(process.stdin), extension, limits);
  answer({ document });
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  answer({ refusal: { code: error.code, details: error.details } });
}

/** A parent that was killed kills no child; a thread of our own ends us even while a library is in a loop. */
function endWithoutParent(milliseconds: number): void {
  const code = `setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${milliseconds})`;
  new Worker(code, { eval: true, execArgv: [] }).unref();
}

function answer(content: object): void {
  process.stdout.write(JSON.stringify({ ...content, peakBytes: peakBytes() }));
}

/** Linux counts the peak since this program began; resource usage would include the parent's at the fork. */
function peakBytes(): number {
  if (!existsSync('/proc/self/status')) return process.memoryUsage.rss();
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
  return Number(kilobytes) * 1024;
}
