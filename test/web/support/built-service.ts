import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

/** The built program as a process of its own. */
export interface BuiltService {
  /** Where it answers, e.g. http://127.0.0.1:41234. */
  address: string;
  /** All it has said on its terminal so far. */
  said(): string;
  stop(): Promise<void>;
}

const START_MS = 60_000;

/** Starts dist/main.js on a free port over a data folder, with its jobs off; needs `npm run build` before. */
export async function startBuiltService(
  dataDir: string,
  variables: Record<string, string> = {},
): Promise<BuiltService> {
  if (!existsSync('dist/web/index.html')) throw new Error('dist/web is missing: npm run build');
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DIAODU_DATA_DIR: dataDir,
      DIAODU_OUT_DIR: `${dataDir}/out`,
      DIAODU_JOBS: 'off',
      DIAODU_LOG_LEVEL: 'error',
      ...variables,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (text += part));
  return { address: await addressOf(child, () => text), said: () => text, stop: () => stop(child) };
}

/** The program says its address when it listens. */
async function addressOf(child: ChildProcess, said: () => string): Promise<string> {
  const signal = AbortSignal.timeout(START_MS);
  for (;;) {
    const address = /法治调度已启动：(http:\S+)/.exec(said())?.[1];
    if (address !== undefined) return address;
    if (child.exitCode !== null || signal.aborted) {
      await stop(child);
      throw new Error(`the service did not start:\n${said()}`);
    }
    await once(child.stderr!, 'data', { signal }).catch(() => undefined);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
