import { HandDown } from '../../src/features/ledger/breakdown/hand-down.js';
import { LedgerReader } from '../../src/features/ledger/ledger.reader.js';
import { TaskSheets } from '../../src/features/ledger/task-sheets.js';
import { OrganizationReader } from '../../src/features/organization/organization.reader.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { TestApp } from '../support/app.js';
import { canary } from './canaries.js';

/**
 * A task of a department as if it had been handed down to that department: the office is its own superior here, since the
 * matrix knows one jurisdiction only. Who may do what is the same; foreign offices are asked in other-jurisdiction.spec.
 */
export async function bringBreakdown(
  test: TestApp,
  taskId: string,
  receiver: string,
): Promise<{ id: string; version: number }> {
  const department = await test.app.get(OrganizationReader).departmentByCode(receiver);
  const { task, indicator } = await test.app.get(TaskSheets).open(taskId);
  const ledger = await test.app.get(LedgerReader).ledger(task.ledgerId);
  if (!department || !ledger) throw new Error(`no task ${taskId} or no department ${receiver}`);
  const subject = { task, indicator, ledger, note: canary([receiver], 'breakdown') };
  const [id] = await test.app
    .get(UnitOfWork)
    .run(() => test.app.get(HandDown).down(subject, [{ ...department, target: undefined }]));
  return { id: id ?? '', version: 1 };
}
