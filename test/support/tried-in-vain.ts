import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { TestApp, TestResponse } from './app.js';

class TakenBack extends Error {}

/** What a request would be answered; everything it wrote is taken back. */
export async function triedInVain(test: TestApp, ask: () => Promise<TestResponse>): Promise<TestResponse> {
  let answer: TestResponse | null = null;
  const unit = test.app.get(UnitOfWork).run(async () => {
    answer = await ask();
    throw new TakenBack();
  });
  await unit.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  if (answer === null) throw new Error('nothing was answered');
  return answer;
}
