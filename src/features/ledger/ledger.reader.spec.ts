import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATABASES, openTestDatabase, type TestDatabase } from '../../../test/support/databases.js';
import { AssignmentStore } from './assignment.store.js';
import { LedgerReader } from './ledger.reader.js';
import { OwnLedger } from './own-ledger.js';
import { LedgerStore } from './ledger.store.js';
import { TaskFactsStore } from './task-facts.store.js';

const TASKS = [
  ['t1', '1', '000001', 'ASSIGNED', 0],
  ['t2', '2', '000002', 'IN_PROGRESS', 1],
  ['t3', '3', '000003', 'DRAFT', 0],
  ['t4', '4', '000004', 'CLOSED', 0],
  // Two parts of one number share a sort key: the id decides.
  ['t5', '4.1', '000004', 'ASSIGNED', 0],
] as const;

describe.each(DATABASES)('LedgerReader on %s', (name) => {
  let test: TestDatabase;
  let reader: LedgerReader;

  beforeAll(async () => {
    test = await openTestDatabase(name);
    const { db } = test;
    reader = new LedgerReader(
      new LedgerStore(db),
      new TaskFactsStore(db),
      new AssignmentStore(db),
      new OwnLedger(db, new LedgerStore(db)),
    );
    await db.unitOfWork.run(async () => {
      for (const code of ['SFJ', 'ZFW'])
        await db.write(
          `INSERT INTO department (id, code, name, short_name, kind, path, is_enforcement_unit, is_responsible_department, version)
           VALUES (?, ?, ?, ?, 'GOVERNMENT', '/', 0, 0, 1)`,
          [code, code, code, code],
        );
      await db.write(
        `INSERT INTO ledger (id, code, year, kind, title, source_document, source_number, issued_on, owner_department_id, state, version)
         VALUES ('l1', 'KT-2023', 2023, 'KEY_TASKS', '要点', '', '', '2023-01-10', 'SFJ', 'ISSUED', 1)`,
      );
      await db.write(
        `INSERT INTO indicator (id, ledger_id, level, name, path, ordinal) VALUES ('i1', 'l1', 1, '依法行政', '依法行政', 1)`,
      );
      for (const [id, number, sortKey, state, version] of TASKS) {
        await db.write(
          `INSERT INTO task (id, ledger_id, number, sort_key, title, measures, indicator_id, raw_cells, deadline_raw, deadline,
             starts_on, original_due_on, due_on, deadline_version, cadence, target_unit, state, days_in_review, state_reason,
             open_ended, problems, version)
           VALUES (?, 'l1', ?, ?, '任务', '', 'i1', '{}', '10月底前', '{"kind":"date","due":"2023-10-31"}', '2023-01-10',
             '2023-10-31', '2023-10-31', ?, 'ONCE', '', ?, 0, '', 0, '[]', 1)`,
          [id, number, sortKey, version, state],
        );
        for (const [department, first] of [['SFJ', 1], ['ZFW', 0]] as const) // prettier-ignore
          await db.write(
            `INSERT INTO assignment (id, task_id, department_id, role, is_first_lead, state, ordinal, version)
             VALUES (?, ?, ?, ?, ?, ?, ?, 1)`,
            [`${id}-${department}`, id, department, first ? 'LEAD' : 'SUPPORT', first, id === 't2' && !first ? 'WITHDRAWN' : 'ISSUED', 1 - first],
          ); // prettier-ignore
      }
      await db.write(
        `INSERT INTO milestone (id, task_id, kind, period, label, starts_on, original_due_on, due_on, deadline_version, proof, version)
         VALUES ('m1', 't1', 'NODE', '1', '自查', '2023-01-10', '2023-06-30', '2023-06-30', 0, '', 1)`,
      );
      await db.write(
        `INSERT INTO extension_request (id, task_id, department_id, ordinal, reason, progress_text, asked_due_on, asked_on,
           asked_by, due_on_then, overdue_days_then, is_late, before_meeting, late_reason, approver_rung, signed_by, state, decision_reason, version)
         VALUES ('e1', 't2', 'SFJ', 1, '', '', '2023-10-31', '2023-10-04', '', '2023-09-30', 4, 1, 1, '', '', '', 'APPROVED', '', 1)`,
      );
      await db.write(
        `INSERT INTO deadline_change (id, task_id, deadline_version, from_due_on, to_due_on, changed_on, reason, extension_request_id, before_meeting)
         VALUES ('c1', 't2', 1, '2023-09-30', '2023-10-31', '2023-09-01', '方案调整', 'e1', 1)`,
      );
    });
  });
  afterAll(() => test.close());

  it('pages through the issued tasks in reading order, each once, drafts left out', async () => {
    const seen: string[] = [];
    for (
      let after = null, page;
      (page = await reader.taskPage('l1', after, 2)).length > 0;
      after = page.at(-1)!
    )
      seen.push(...page.map((task) => task.id));
    expect(seen).toEqual(['t1', 't2', 't4', 't5']);
  });

  it('gives each task its own parts, first lead first, nodes and last change of deadline', async () => {
    const [first, second] = await reader.taskPage('l1', null, 2);
    expect(first).toMatchObject({
      indicatorPath: '依法行政',
      deadlineKind: 'date',
      extensions: 0,
      lastChange: null,
    });
    expect(first!.assignments.map((a) => [a.departmentId, a.role, a.isFirstLead])).toEqual([
      ['SFJ', 'LEAD', true],
      ['ZFW', 'SUPPORT', false],
    ]);
    expect(first!.milestones).toMatchObject([{ id: 'm1', label: '自查', dueOn: '2023-06-30', doneOn: null }]);
    expect(second).toMatchObject({
      milestones: [],
      extensions: 1,
      overdueDaysBefore: 4,
      lastChange: { changedOn: '2023-09-01', beforeMeeting: true },
    });
  });

  it('knows a single task in any state and says null for none', async () => {
    expect((await reader.task('t3'))?.state).toBe('DRAFT');
    expect(await reader.task('nobody')).toBeNull();
    expect((await reader.tasks(['t5', 't1'])).map((task) => task.id)).toEqual(['t1', 't5']);
  });

  it('lists the parts still to be worked: no drafts, no closed tasks, no ended parts', async () => {
    const ids = (await reader.openAssignments('l1')).map((a) => a.id);
    expect(ids).toEqual(['t1-SFJ', 't1-ZFW', 't2-SFJ', 't5-SFJ', 't5-ZFW']);
    expect((await reader.openAssignments('l1', 'ZFW')).map((a) => a.id)).toEqual(['t1-ZFW', 't5-ZFW']);
    const page = await reader.openAssignmentPage('l1', { sortKey: '000001', id: 't1-ZFW' }, 2);
    expect(page.map((a) => a.id)).toEqual(['t2-SFJ', 't5-SFJ']);
  });

  it('finds ledgers and assignments', async () => {
    expect((await reader.ledgers({ year: 2023, kind: 'KEY_TASKS' })).map((l) => l.code)).toEqual(['KT-2023']);
    expect(await reader.ledgers({ year: 2024 })).toEqual([]);
    expect(await reader.assignmentOf('t1', 'SFJ')).toMatchObject({ id: 't1-SFJ', isFirstLead: true });
    expect(await reader.assignment('none')).toBeNull();
  });
});
