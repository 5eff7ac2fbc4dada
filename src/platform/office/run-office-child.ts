import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { ChildCommand } from './office-child-command.js';
import type { OfficeDocument } from './office-document.js';
import type { OfficeLimits } from './office-limits.js';
import { isOfficeRefusalCode, officeRefusal, type OfficeRefusalCode } from './office.errors.js';

/** What became of a child: its document, or the reason why there is none. */
export interface ChildOutcome {
  document?: OfficeDocument;
  refusal?: { code: OfficeRefusalCode; details: Record<string, unknown> };
  /** Highest memory of the child process as far as it was seen. */
  peakBytes: number;
}

interface Job {
  bytes: Buffer;
  extension: string;
  limits: OfficeLimits;
}

const WATCH_MILLISECONDS = 20;
const PAGE_BYTES = 4096;

/**
 * Runs one office file through a child process with a hard wall, a heap limit, a watch on its whole memory and
 * a bounded answer. Gives the document or the refusal; a child that fails in any other way is a fault and throws.
 */
export async function runOfficeChild(command: ChildCommand, job: Job): Promise<ChildOutcome> {
  const child = start(command, job);
  let cause: OfficeRefusalCode | null = null;
  const stop = (code: OfficeRefusalCode) => {
    cause ??= code;
    child.kill('SIGKILL');
  };
  const wall = setTimeout(() => stop('FILE_TIMEOUT'), job.limits.wallMilliseconds);
  const watch = watchMemory(child, job.limits.residentMegabytes + command.allowanceMegabytes, () =>
    stop('FILE_MEMORY'),
  );
  try {
    const end = await finished(child, job.limits.answerBytes, () => stop('FILE_TOO_LARGE'));
    if (cause === null && /heap out of memory|heap limit/i.test(end.complaint)) cause = 'FILE_MEMORY';
    if (cause !== null) return { refusal: { code: cause, details: {} }, peakBytes: watch.peakBytes() };
    if (end.code !== 0)
      throw new Error(`office child ended with ${end.code ?? end.signal}: ${end.complaint}`);
    return outcomeOf(end.answer);
  } finally {
    clearTimeout(wall);
    watch.stop();
  }
}

function start(command: ChildCommand, job: Job): ChildProcessWithoutNullStreams {
  const flags = [
    `--max-old-space-size=${job.limits.heapMegabytes}`,
    '--max-semi-space-size=8',
    '--no-warnings',
    ...command.flags,
  ];
  const child = spawn(process.execPath, [...flags, command.file, job.extension, JSON.stringify(job.limits)], {
    env: command.environment,
    cwd: command.directory,
    stdio: 'pipe',
  });
  // A child that is killed or refuses early closes its end; what it leaves unread is no fault of ours.
  child.stdin.on('error', () => undefined);
  child.stdin.end(job.bytes);
  return child;
}

interface ChildEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
  answer: Buffer[];
  complaint: string;
}

function finished(
  child: ChildProcessWithoutNullStreams,
  most: number,
  tooMuch: () => void,
): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    const answer: Buffer[] = [];
    let size = 0;
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) tooMuch();
      else answer.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 8192) complaint += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, answer, complaint }));
  });
}

function outcomeOf(answer: Buffer[]): ChildOutcome {
  const outcome = JSON.parse(Buffer.concat(answer).toString('utf8')) as ChildOutcome;
  if (outcome.refusal && !isOfficeRefusalCode(outcome.refusal.code)) {
    throw new Error(`office child answered an unknown code: ${String(outcome.refusal.code)}`);
  }
  return outcome;
}

/** Buffers live outside the V8 heap, so the heap limit alone does not hold; Linux shows the whole. */
function watchMemory(child: ChildProcessWithoutNullStreams, megabytes: number, tooMuch: () => void) {
  let peak = 0;
  const timer = setInterval(() => {
    readFile(`/proc/${child.pid}/statm`, 'latin1').then(
      (pages) => {
        peak = Math.max(peak, Number(pages.split(' ')[1] ?? 0) * PAGE_BYTES);
        if (peak > megabytes * 1024 * 1024) tooMuch();
      },
      () => undefined,
    );
  }, WATCH_MILLISECONDS);
  return { peakBytes: () => peak, stop: () => clearInterval(timer) };
}

/** Gives the document of an outcome or throws its refusal. */
export function documentOf(outcome: ChildOutcome): OfficeDocument {
  if (outcome.document) return outcome.document;
  throw officeRefusal(outcome.refusal?.code ?? 'FILE_BROKEN', outcome.refusal?.details);
}
