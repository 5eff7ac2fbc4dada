import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  defineSet,
  DEPARTMENT_SETTING,
  isPostgres,
  JUDGING_SETTING,
  JURISDICTION_SETTING,
  protect,
  unprotect,
  type RowRule,
} from '../platform/database/row-security.js';

/**
 * The second wall: PostgreSQL itself shows of every table that carries rows of a jurisdiction or of a department only
 * those of whom the connection was told (ADR 0032). SQLite has no such thing and is left as it is: its file belongs to
 * one process of one office, and the scope in each question is its only wall.
 */
export class RowLevelSecurity1700000000025 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    if (!isPostgres(q)) return;
    for (const statement of FACTS) await q.query(statement);
    for (const [name, sql] of Object.entries(SET_QUESTIONS)) await defineSet(q, name, sql);
    for (const [table, rule] of Object.entries(RULES)) await protect(q, table, rule);
  }

  async down(q: QueryRunner): Promise<void> {
    if (!isPostgres(q)) return;
    for (const table of Object.keys(RULES)) await unprotect(q, table);
    for (const name of [...Object.keys(SET_QUESTIONS), ...Object.keys(FACT_QUESTIONS).toReversed()])
      await q.query(`DROP FUNCTION diaodu_${name}`);
  }
}

/** What the session was told: each a question without a table. */
const FACT_QUESTIONS: Record<string, [type: string, sql: string]> = {
  jurisdiction: ['text', `NULLIF(current_setting('${JURISDICTION_SETTING}', true), '')`],
  department: ['text', `NULLIF(current_setting('${DEPARTMENT_SETTING}', true), '')`],
  sees_all: ['boolean', `(COALESCE(diaodu_jurisdiction() = '/', false) AND diaodu_department() IS NULL)
     OR COALESCE(current_setting('${JUDGING_SETTING}', true), '') = 'on'`],
  is_office: ['boolean', 'diaodu_jurisdiction() IS NOT NULL AND diaodu_department() IS NULL'],
  keeps_departments: ['boolean', `diaodu_jurisdiction() IS NOT NULL AND COALESCE(diaodu_department(), 'NONE') = 'NONE'`],
}; // prettier-ignore

/** Ids and codes that a sight covers, each gathered at most once in a statement and only where a row needs it. */
const SET_QUESTIONS: Record<string, string> = {
  // The departments a sight is of: the one, or those of the jurisdiction and below it.
  departments: `SELECT d.id FROM department d WHERE d.id = diaodu_department()
    OR (diaodu_department() IS NULL AND starts_with(d.path, diaodu_jurisdiction()))`,
  department_codes: `SELECT d.code FROM department d WHERE d.id = diaodu_department()
    OR (diaodu_department() IS NULL AND starts_with(d.path, diaodu_jurisdiction()))`,
  // Ledgers that an office's own departments own.
  ledgers: `SELECT l.id FROM ledger l JOIN department d ON d.id = l.owner_department_id
    WHERE diaodu_department() IS NULL AND starts_with(d.path, diaodu_jurisdiction())`,
  rounds: `SELECT r.id FROM dispatch_round r JOIN ledger l ON l.id = r.ledger_id JOIN department d ON d.id = l.owner_department_id
    WHERE diaodu_department() IS NULL AND starts_with(d.path, diaodu_jurisdiction())`,
  // Ledgers that are known in the jurisdiction, to its departments too: its own, and those it has or had a part in.
  known_ledgers: `SELECT l.id FROM ledger l JOIN department d ON d.id = l.owner_department_id
      WHERE COALESCE(diaodu_department(), '') <> 'NONE' AND starts_with(d.path, diaodu_jurisdiction())
    UNION SELECT t.ledger_id FROM department d JOIN assignment a ON a.department_id = d.id JOIN task t ON t.id = a.task_id
      WHERE COALESCE(diaodu_department(), '') <> 'NONE' AND starts_with(d.path, diaodu_jurisdiction())`,
  // Tasks that are seen through a part in them: all of a department's; of an office's those in ledgers of others.
  tasks: `SELECT a.task_id FROM assignment a WHERE a.department_id = diaodu_department()
    UNION ALL SELECT a.task_id FROM department d JOIN assignment a ON a.department_id = d.id JOIN task t ON t.id = a.task_id
      WHERE diaodu_department() IS NULL AND starts_with(d.path, diaodu_jurisdiction())
        AND t.ledger_id NOT IN (SELECT l.id FROM ledger l JOIN department o ON o.id = l.owner_department_id
          WHERE starts_with(o.path, diaodu_jurisdiction()))`,
  cases: `SELECT p.case_id FROM court_case_party p JOIN department d ON d.id = p.department_id
    WHERE d.id = diaodu_department() OR (diaodu_department() IS NULL AND starts_with(d.path, diaodu_jurisdiction()))`,
  cases_with_parties: 'SELECT p.case_id FROM court_case_party p',
};

const FACTS = Object.entries(FACT_QUESTIONS).map(
  ([name, [type, sql]]) =>
    `CREATE FUNCTION diaodu_${name}() RETURNS ${type} LANGUAGE sql STABLE PARALLEL SAFE RETURN ${sql}`,
);

const OFFICE = '(SELECT diaodu_is_office())';
const JURISDICTION = '(SELECT diaodu_jurisdiction())';
const among = (column: string, set: keyof typeof SET_QUESTIONS): string =>
  `${column} IN (SELECT diaodu_${set}())`;

/** Rows that follow the row they hang on: seen with it, changed with it. */
const following = (table: string, parent: string, column: string): RowRule => ({
  read: `EXISTS (SELECT 1 FROM "${parent}" parent WHERE parent.id = "${table}".${column})`,
});

/**
 * Rows of a task. A department's tasks are few, so their set is asked; an office's are many, so each row asks for its task.
 * What an office changes is in its own ledgers; what a department changes is in the tasks it has a part in.
 */
const ofTask = (table: string): RowRule => {
  const task = `SELECT 1 FROM task parent WHERE parent.id = "${table}".task_id`;
  const ofDepartment = `(NOT ${OFFICE} AND ${among('task_id', 'tasks')})`;
  return {
    read: `${ofDepartment} OR (${OFFICE} AND EXISTS (${task}))`,
    write: `${ofDepartment} OR (${OFFICE} AND EXISTS (${task} AND ${among('parent.ledger_id', 'ledgers')}))`,
  };
};

/** Of a ledger as a whole, which departments of its jurisdiction read too. */
const OF_LEDGER: RowRule = {
  read: among('ledger_id', 'known_ledgers'),
  write: among('ledger_id', 'ledgers'),
};
const OF_DEPARTMENT: RowRule = { read: among('department_id', 'departments') };

/** Everybody with a sight may know what departments there are: names stand in every task they have a part in. */
const KEPT_DEPARTMENT = (id: string): string =>
  `(SELECT diaodu_keeps_departments()) AND EXISTS (SELECT 1 FROM department d WHERE d.id = ${id} AND starts_with(d.path, ${JURISDICTION}))`;

const ORGANIZATION: Record<string, RowRule> = {
  department: {
    read: `${JURISDICTION} IS NOT NULL`,
    // A new one stands below a department of the jurisdiction; its path follows from that, right after it is entered.
    write: `(SELECT diaodu_keeps_departments()) AND (starts_with(path, ${JURISDICTION}) OR ${among('parent_id', 'departments')})`,
  },
  department_alias: { read: `${JURISDICTION} IS NOT NULL`, write: KEPT_DEPARTMENT('department_id') },
  department_group_member: {
    read: `EXISTS (SELECT 1 FROM department d WHERE d.id = department_id AND starts_with(d.path, ${JURISDICTION}))`,
    write: KEPT_DEPARTMENT('department_id'),
  },
  // Also those above it on the way to the root.
  post: {
    read: `EXISTS (SELECT 1 FROM department d WHERE d.id = department_id
      AND (starts_with(d.path, ${JURISDICTION}) OR starts_with(${JURISDICTION}, d.path)))`,
    write: KEPT_DEPARTMENT('department_id'),
  },
  hand_over: OF_DEPARTMENT,
  // Entered by the office or the system administrator; a department needs none of their keys.
  department_robot: { read: KEPT_DEPARTMENT('department_id') },
};

const OWNED = `${OFFICE} AND EXISTS (SELECT 1 FROM department d WHERE d.id = owner_department_id AND starts_with(d.path, ${JURISDICTION}))`;
const LEDGERS: Record<string, RowRule> = {
  ledger: { read: `(${OWNED}) OR ${among('id', 'known_ledgers')}`, write: OWNED },
  ledger_import: { read: `${OFFICE} AND starts_with(jurisdiction, ${JURISDICTION})` },
  indicator: OF_LEDGER,
  task: {
    read: `${among('ledger_id', 'ledgers')} OR ${among('id', 'tasks')}`,
    write: `${among('ledger_id', 'ledgers')} OR (NOT ${OFFICE} AND ${among('id', 'tasks')})`,
    insert: among('ledger_id', 'ledgers'),
  },
  // A department's own part first: most rows asked for need no look at the task then.
  assignment: {
    ...ofTask('assignment'),
    read: `${among('department_id', 'departments')} OR ${ofTask('assignment').read}`,
  },
  milestone: ofTask('milestone'),
  extension_request: ofTask('extension_request'),
  deadline_change: ofTask('deadline_change'),
  close_out_request: ofTask('close_out_request'),
};

/** A department proves its own part; a lead reads what the others have put there, a support what is marked for all. */
const READABLE_PART = `EXISTS (SELECT 1 FROM assignment a WHERE a.task_id = evidence.task_id
  AND a.department_id = (SELECT diaodu_department()) AND a.state <> 'WITHDRAWN' AND (a.role = 'LEAD' OR evidence.is_shared = 1))`;
const REPORTS: Record<string, RowRule> = {
  progress_report: { read: `${among('department_id', 'departments')} OR ${among('ledger_id', 'ledgers')}` },
  progress_report_version: following('progress_report_version', 'progress_report', 'report_id'),
  evidence: {
    read: `${among('department_id', 'departments')} OR (${OFFICE} AND (${ofTask('evidence').read})) OR ${READABLE_PART}`,
    write: `(${OFFICE} OR ${among('department_id', 'departments')}) AND (${ofTask('evidence').write})`,
  },
  evidence_link: following('evidence_link', 'evidence', 'evidence_id'),
};

const ROUNDS: Record<string, RowRule> = {
  dispatch_round: OF_LEDGER,
  task_snapshot: {
    read: `${among('round_id', 'rounds')} OR (${among('task_id', 'tasks')}
      AND (${OFFICE} OR department_code = '' OR ${among('department_code', 'department_codes')}))`,
    write: among('round_id', 'rounds'),
  },
  register_snapshot: {
    read: `${among('round_id', 'rounds')} OR ${among('department_code', 'department_codes')}`,
    write: among('round_id', 'rounds'),
  },
  register_flag: { read: among('department_code', 'department_codes') },
  overdue_flag: ofTask('overdue_flag'),
  snapshot_correction: ofTask('snapshot_correction'),
  bulletin: OF_LEDGER,
  bulletin_file: following('bulletin_file', 'bulletin', 'bulletin_id'),
  reminder: { read: `${among('department_id', 'departments')} OR ${among('ledger_id', 'ledgers')}` },
  digest: OF_DEPARTMENT,
  digest_item: following('digest_item', 'digest', 'digest_id'),
  delivery: following('delivery', 'digest', 'digest_id'),
};

const REGISTERS: Record<string, RowRule> = {
  major_decision: OF_DEPARTMENT,
  catalogue_item: following('catalogue_item', 'major_decision', 'decision_id'),
  decision_plan: following('decision_plan', 'major_decision', 'decision_id'),
  decision_entry: following('decision_entry', 'major_decision', 'decision_id'),
  decision_opinion: following('decision_opinion', 'major_decision', 'decision_id'),
  // A case is its parties'; before it has any, whoever enters it names them.
  court_case: { read: among('id', 'cases'), insert: OFFICE },
  court_case_party: {
    read: following('court_case_party', 'court_case', 'case_id').read,
    insert: `${following('court_case_party', 'court_case', 'case_id').read} OR (${OFFICE} AND case_id NOT IN (SELECT diaodu_cases_with_parties()))`,
  },
  court_instance: following('court_instance', 'court_case', 'case_id'),
  court_hearing: following('court_hearing', 'court_case', 'case_id'),
  court_case_state: following('court_case_state', 'court_case', 'case_id'),
};

const RULES: Record<string, RowRule> = { ...ORGANIZATION, ...LEDGERS, ...REPORTS, ...ROUNDS, ...REGISTERS };
