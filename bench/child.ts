import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What every child adds to its own figures. */
export interface ChildCost {
  /** Largest resident memory of the whole process, MiB. */
  peakMb: number;
  /** Processor seconds of the whole process, user and system. */
  processCpu: number;
}

/** Runs a file of this folder (as compiled) in a process of its own, so that memory and warm code of one figure never help another. */
export async function inChild<Answer>(
  file: string,
  environment: Record<string, string>,
  words: readonly string[] = [],
): Promise<Answer & ChildCost> {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [script, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const line = output.trim().split('\n').at(-1) ?? '';
  if (code !== 0 || line === '') throw new Error(`${file} ended with ${code}: ${output}`);
  return JSON.parse(line) as Answer & ChildCost;
}

/** Called last by a child: prints its figures with what the process cost. */
export function answer(figures: object): void {
  const { user, system } = process.cpuUsage();
  const cost: ChildCost = {
    peakMb: process.resourceUsage().maxRSS / 1024,
    processCpu: (user + system) / 1e6,
  };
  process.stdout.write(`${JSON.stringify({ ...figures, ...cost })}\n`);
}

/** Wall and processor seconds of a piece of work. */
export interface Spent {
  seconds: number;
  cpu: number;
}

/** Measures a piece of work in this process. */
export async function spentOn(work: () => unknown): Promise<Spent> {
  const cpuBefore = process.cpuUsage();
  const begin = process.hrtime.bigint();
  await work();
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { seconds, cpu: (user + system) / 1e6 };
}
