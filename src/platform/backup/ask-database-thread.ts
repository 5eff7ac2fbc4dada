import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { AuditAnchor } from '../audit/verify-audit.js';
import type { DatabaseFacts, Inspection, Question } from './database-facts.js';

/** Copies a database file in a thread of its own; gives what the copy holds. */
export function copyInThread(from: string, to: string): Promise<DatabaseFacts> {
  return ask<DatabaseFacts>({ ask: 'copy', from, to });
}

/** Looks a copy through in a thread of its own; without a key its audit chain is not judged. */
export function inspectInThread(
  file: string,
  key: Buffer | null,
  anchor: AuditAnchor | null,
): Promise<Inspection> {
  return ask<Inspection>({ ask: 'inspect', file, key, anchor });
}

function ask<T>(question: Question): Promise<T> {
  return new Promise((resolve, reject) => {
    const { file, options } = program();
    const thread = new Worker(file, { ...options, workerData: question });
    let said = false;
    thread.once('message', ({ answer, error }: { answer?: T; error?: { message: string; code: string } }) => {
      said = true;
      if (error) reject(Object.assign(new Error(error.message), { code: error.code }));
      else resolve(answer as T);
    });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      if (!said) reject(new Error(`the database thread ended with ${code} and no answer`));
    });
  });
}

/** The built thread; where only the TypeScript sources stand (specs), the same program through the source loader. */
function program(): { file: string; options: WorkerOptions } {
  const built = fileURLToPath(new URL('./database-thread.js', import.meta.url));
  if (existsSync(built)) return { file: built, options: { execArgv: [] } };
  const root = new URL('../../../', import.meta.url);
  const loader = new URL('node_modules/@swc-node/register/esm/esm-register.mjs', root);
  return {
    file: fileURLToPath(new URL('./database-thread.ts', import.meta.url)),
    options: {
      execArgv: ['--import', loader.href],
      env: { SWC_NODE_PROJECT: fileURLToPath(new URL('tsconfig.json', root)) },
    },
  };
}
