import { parentPort, workerData } from 'node:worker_threads';
import { copyDatabase, inspectDatabase, type Question } from './database-facts.js';

/** Program of the thread that works on a whole database file, so that the service goes on answering meanwhile. */
async function answer(question: Question): Promise<unknown> {
  if (question.ask === 'copy') return copyDatabase(question.from, question.to);
  const key = question.key === null ? null : Buffer.from(question.key);
  return inspectDatabase(question.file, key, question.anchor);
}

try {
  parentPort?.postMessage({ answer: await answer(workerData as Question) });
} catch (error) {
  const { message, code } = error as { message?: string; code?: string };
  parentPort?.postMessage({ error: { message: message ?? String(error), code: code ?? null } });
}
