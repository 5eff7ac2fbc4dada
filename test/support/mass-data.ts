import type { Day } from '../../src/domain/calendar/day.js';
import { addDays } from '../../src/domain/calendar/day.js';
import { bulkInsert, type Value } from '../../src/platform/database/bulk-insert.js';
import type { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';

/** How big a made-up district is. */
export interface MassPlan {
  tasks: number;
  departments: number;
  /** Every n-th task is overdue on the day asked about; or so many of every ten, where that is given. */
  overdueEvery?: number;
  overdueInTen?: number;
  /** The month whose last day the deadlines are laid around. */
  lastDay: Day;
  /** Issue date of the ledger, whose month is its first round; without it 2023-01-10. */
  issuedOn?: Day;
  /** Every n-th task also has a supporting department; without it none has. */
  supportEvery?: number;
}

/** What was made, to be asked about afterwards. */
export interface MassData {
  ledgerId: string;
  departmentIds: string[];
  overdue: number;
}

/** Code of the ledger that is made. */
export const LEDGER_CODE = 'KT-2023';

/** Post of an office clerk, in the first department. */
export const CLERK_POST = 'OFFICE-CLERK';

/** Tasks written in one unit; keeps the memory of a million tasks flat. */
const CHUNK = 5_000;

/**
 * Fills empty tables with an issued ledger of many tasks, one lead each, as a district that has run for months would
 * hold it: for crash tests and benchmarks, where what counts is the number of rows and not how they came in.
 */
export async function makeMassData(db: Database, plan: MassPlan): Promise<MassData> {
  const departmentIds = await departments(db, plan.departments);
  const ledgerId = newId();
  await db.unitOfWork.run(() =>
    bulkInsert(
      db,
      'ledger',
      [
        'id',
        'code',
        'year',
        'kind',
        'title',
        'source_document',
        'source_number',
        'issued_on',
        'owner_department_id',
        'state',
        'version',
      ],
      [
        [
          ledgerId,
          LEDGER_CODE,
          2023,
          'KEY_TASKS',
          '压力测试台账',
          '',
          '',
          plan.issuedOn ?? '2023-01-10',
          departmentIds[0] ?? '',
          'ISSUED',
          1,
        ],
      ],
    ),
  );
  let overdue = 0;
  for (let from = 0; from < plan.tasks; from += CHUNK) {
    overdue += await chunk(db, plan, ledgerId, departmentIds, from, Math.min(plan.tasks, from + CHUNK));
  }
  return { ledgerId, departmentIds, overdue };
}

async function departments(db: Database, n: number): Promise<string[]> {
  const ids = Array.from({ length: n }, () => newId());
  await db.unitOfWork.run(async () => {
    await bulkInsert(
      db,
      'department',
      [
        'id',
        'code',
        'name',
        'short_name',
        'kind',
        'path',
        'is_enforcement_unit',
        'is_responsible_department',
        'version',
      ],
      ids.map((id, i) => [id, `D${i}`, `第${i}局`, `${i}局`, 'GOVERNMENT', `/D${i}/`, 1, 1, 1]),
    );
    const posts = ids.flatMap((id, i) =>
      ['LIAISON', 'HEAD'].map((kind): Value[] => [
        newId(), `D${i}-${kind}`, id, kind, `${i}号${kind}`, `${kind.toLowerCase()}${i}@example.invalid`, '2022-01-01', 1,
      ]),
    ); // prettier-ignore
    posts.push([newId(), CLERK_POST, ids[0] ?? '', 'CLERK', '办公室工作人员', 'office@example.invalid', '2022-01-01', 1]); // prettier-ignore
    await bulkInsert(
      db,
      'post',
      ['id', 'code', 'department_id', 'kind', 'holder', 'email', 'from_day', 'version'],
      posts,
    );
  });
  return ids;
}

const TASK = [
  'id', 'ledger_id', 'number', 'sort_key', 'title', 'measures', 'raw_cells', 'deadline_raw', 'deadline', 'starts_on',
  'original_due_on', 'due_on', 'deadline_version', 'cadence', 'target_unit', 'state', 'days_in_review', 'state_reason',
  'open_ended', 'problems', 'version',
]; // prettier-ignore
const ASSIGNMENT = [
  'id',
  'task_id',
  'department_id',
  'role',
  'is_first_lead',
  'state',
  'signed_on',
  'ordinal',
  'version',
];
const REPORT = [
  'id', 'assignment_id', 'task_id', 'ledger_id', 'department_id', 'month', 'state', 'claimed_progress', 'verified_progress',
  'text', 'problems', 'next_step', 'submitted_on', 'is_late', 'times_returned', 'returned_reason', 'reviewed_on', 'version',
]; // prettier-ignore

async function chunk(
  db: Database,
  plan: MassPlan,
  ledgerId: string,
  departmentIds: string[],
  from: number,
  to: number,
): Promise<number> {
  const tasks: Value[][] = [];
  const assignments: Value[][] = [];
  const reports: Value[][] = [];
  let overdue = 0;
  for (let i = from; i < to; i++) {
    const late = isLate(plan, i);
    if (late) overdue += 1;
    const due = late ? addDays(plan.lastDay, -1 - (i % 40)) : '2023-12-31';
    const department = departmentIds[i % departmentIds.length] ?? '';
    const [task, assignment] = [newId(), newId()];
    tasks.push([
      task, ledgerId, String(i + 1), String(i + 1).padStart(10, '0'), `第${i + 1}项重点任务`, '按方案推进', '{}', due,
      JSON.stringify({ kind: 'date', due, needsReview: false }), '2023-01-10', due, due, 0, 'ONCE', '', 'IN_PROGRESS', 0, '', 0, '[]', 1,
    ]); // prettier-ignore
    assignments.push([assignment, task, department, 'LEAD', 1, 'IN_PROGRESS', '2023-01-12', 1, 1]);
    if (plan.supportEvery && i % plan.supportEvery === 0) {
      const helper = departmentIds[(i + 1) % departmentIds.length] ?? '';
      assignments.push([newId(), task, helper, 'SUPPORT', 0, 'IN_PROGRESS', '2023-01-12', 2, 1]);
    }
    reports.push([
      newId(), assignment, task, ledgerId, department, plan.lastDay.slice(0, 7), 'ACCEPTED', 95, 95, '按计划推进', '', '', plan.lastDay.slice(0, 8) + '20', 0, 0, '', plan.lastDay.slice(0, 8) + '21', 1,
    ]); // prettier-ignore
  }
  await db.unitOfWork.run(async () => {
    await bulkInsert(db, 'task', TASK, tasks);
    await bulkInsert(db, 'assignment', ASSIGNMENT, assignments);
    await bulkInsert(db, 'progress_report', REPORT, reports);
  });
  return overdue;
}

function isLate({ overdueEvery, overdueInTen }: MassPlan, i: number): boolean {
  if (overdueInTen !== undefined) return i % 10 < overdueInTen;
  return overdueEvery !== undefined && i % overdueEvery === 0;
}
