import { expect } from '@jest/globals';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import type { TestApp, TestResponse } from './app.js';
import { CLERK } from './office.js';
import { upload } from './upload.js';

/** Works everything the outbox holds, as the ticker would. */
export async function workOutbox(test: TestApp): Promise<void> {
  await test.app.get(Outbox).workDue();
}

/** Lets a topic be told whose own feature may not be part of the program yet. */
export function allowTopic(test: TestApp, topic: string): void {
  const registry = test.app.get(JobRegistry);
  try {
    registry.handler(topic);
  } catch {
    registry.addHandler({ topic, handle: async () => undefined });
  }
}

/** What was told under a topic, oldest first. */
export async function toldOf(test: TestApp, topic: string): Promise<unknown[]> {
  const rows = await test.db.read<{ payload: string }>(
    'SELECT payload FROM outbox WHERE topic = ? ORDER BY created_at, id',
    [topic],
  );
  return rows.map((row) => JSON.parse(row.payload) as unknown);
}

/** Uploads a ledger file for 2023; gives the preview. */
export async function preview(
  test: TestApp,
  name: string,
  bytes: Buffer,
  query = 'year=2023&issuedOn=2023-01-10',
): Promise<TestResponse> {
  return test.request('POST', `/api/v1/ledger-imports?${query}`, upload(name, bytes, CLERK));
}

/** Commits a preview and gives the answer. */
export async function commit(test: TestApp, body: { id: string; version: number }): Promise<TestResponse> {
  return test.request('POST', `/api/v1/ledger-imports/${body.id}/commit`, {
    as: CLERK,
    version: body.version,
  });
}

/** A ledger as csv: the smallest file a person could bring. */
export function csv(rows: readonly (readonly string[])[]): Buffer {
  const header = ['序号', '一级指标', '二级指标', '重点任务', '牵头单位', '配合单位', '完成时限'];
  return Buffer.from([header, ...rows].map((row) => row.join(',')).join('\n'));
}

/** Takes in and issues a csv ledger; gives its id. */
export async function issuedLedger(test: TestApp, rows: readonly (readonly string[])[]): Promise<string> {
  const shown = await preview(test, 'ledger.csv', csv(rows));
  expect(shown.body).toMatchObject({ summary: { ready: rows.length } });
  const done = await commit(test, shown.body);
  expect(done).toMatchObject({ status: 200 });
  const { id, version } = done.body.ledger;
  const issued = await test.request('POST', `/api/v1/ledgers/${id}/issue`, {
    as: CLERK,
    version,
    body: { issuedOn: '2023-01-10', sourceNumber: '某法办〔2023〕1号' },
  });
  expect(issued).toMatchObject({ status: 200, body: { state: 'ISSUED' } });
  return id as string;
}

/** The task of a number with everything that belongs to it. */
export async function taskOf(
  test: TestApp,
  number: string,
  as = CLERK,
): Promise<any> /* eslint-disable-line typescript/no-explicit-any -- stories look into answers of every shape */ {
  const list = await test.request('GET', '/api/v1/tasks?limit=100', { as });
  const item = (list.body.items as { id: string; number: string }[]).find((task) => task.number === number);
  return (await test.request('GET', `/api/v1/tasks/${item?.id}`, { as })).body;
}
