import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ChildCost } from './child.js';

interface Helper {
  /** Lets it end; gives what it cost. */
  dismiss(): Promise<ChildCost>;
}

/** Does work while so many workers listen beside it; gives its answer with what the workers cost. */
export async function withHelpers<T>(
  helpers: number,
  environment: Record<string, string>,
  work: () => Promise<T>,
): Promise<{ done: T; costs: ChildCost[] }> {
  const hired = await Promise.all(Array.from({ length: helpers }, () => hire(environment)));
  try {
    const done = await work();
    return { done, costs: await Promise.all(hired.map((helper) => helper.dismiss())) };
  } catch (error) {
    await Promise.allSettled(hired.map((helper) => helper.dismiss()));
    throw error;
  }
}

/** Starts one and waits until it listens. */
async function hire(environment: Record<string, string>): Promise<Helper> {
  const script = fileURLToPath(new URL('help.js', import.meta.url));
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    void ended.then((code) => reject(new Error(`a helper ended with ${code}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.startsWith('ready\n')) resolve();
    });
  });
  await ready;
  return {
    async dismiss() {
      child.stdin.end();
      const code = await ended;
      if (code !== 0) throw new Error(`a helper ended with ${code}: ${output}`);
      return JSON.parse(output.trim().split('\n').at(-1) ?? '') as ChildCost;
    },
  };
}
