import { api, take } from '../../../api/client.js';
import { newKey, once } from '../../../api/headers.js';
import { Problem } from '../../../api/problem.js';
import type { ReadCase } from './read-cases.js';

/** What became of one row. */
export interface Outcome {
  row: number;
  text: string;
  number: string;
  /** Why it was refused, in the service's words; null where it was registered. */
  refusal: string | null;
}

/** Registers cases one after another, so that one that is refused keeps none of the others back. */
export async function registerAll(
  cases: readonly ReadCase[],
  onProgress: (done: number) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { row, text, filing } of cases) {
    const refusal = await refusalOf(filing);
    outcomes.push({ row, text, number: filing.instance.number, refusal });
    onProgress(outcomes.length);
  }
  return outcomes;
}

async function refusalOf(body: ReadCase['filing']): Promise<string | null> {
  try {
    await take(api.POST('/api/v1/court-cases', { body, headers: once(newKey()) }));
    return null;
  } catch (error) {
    return error instanceof Problem ? error.title : '';
  }
}
