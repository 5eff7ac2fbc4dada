import { upload } from '../support/upload.js';
import { pdf } from '../support/evidence-files.js';
import type { TestApp } from '../support/app.js';
import { canary } from './canaries.js';
import type { Evidence } from './holdings.js';

/** A department's piece of evidence for a task; it proves two things, and the lead of the task may read it too. */
export async function bringEvidence(
  test: TestApp,
  code: string,
  { taskId, lead }: { taskId: string; lead: string },
): Promise<Evidence> {
  const mark = canary([...new Set([code, lead])], 'evidence');
  const sent = await test.request(
    'POST',
    `/api/v1/tasks/${taskId}/evidence?description=${mark}`,
    upload(`${mark}file.pdf`, pdf(`${mark}words`), `${code}-LIAISON`),
  );
  if (sent.status !== 201) throw new Error(`upload answered ${sent.status} ${JSON.stringify(sent.body)}`);
  const { id } = sent.body as Evidence;
  const linked = await test.request('POST', `/api/v1/evidence/${id}/links`, {
    as: `${code}-LIAISON`,
    body: { subjectKind: 'TASK', subjectId: taskId },
  });
  if (linked.status !== 200)
    throw new Error(`linking answered ${linked.status} ${JSON.stringify(linked.body)}`);
  return linked.body as Evidence;
}
