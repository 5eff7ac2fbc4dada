import { Settings } from '../../src/platform/config/settings.js';
import type { TestApp } from '../support/app.js';
import { askAndUndo, askCell, type Answer } from './ask-cell.js';
import { canariesIn, foreignCanaries } from './canaries.js';
import { cellsOf, type Cell } from './cells.js';
import type { PreparedOffice } from './holdings.js';
import type { Operation } from './operations.js';
import { CommittedContract } from './match-schema.js';
import { ruleFor, type Rule } from './policy.js';
import type { Principal } from './principals.js';
import type { Ask } from './recipe.js';
import { RECIPES } from './recipes/all-recipes.js';
import { changedTables, tableHashes } from './table-hash.js';

const CONTRACT = new CommittedContract();

/** What a run needs. */
export interface Ground {
  test: TestApp;
  office: PreparedOffice;
  principals: readonly Principal[];
  operations: readonly Operation[];
  policy: readonly Rule[];
}

/** What a run gives. */
export interface Findings {
  /** One sentence for each thing that is not as the policy says. */
  mismatches: string[];
  /** Status and code of every cell, by name. */
  answers: Map<string, string>;
  /** Lines of the policy that decided a cell. */
  used: Set<number>;
  /** Marks that somebody of the office was shown. */
  shown: Set<string>;
}

export function newFindings(): Findings {
  return { mismatches: [], answers: new Map(), used: new Set(), shown: new Set() };
}

/** Asks every cell of every operation. */
export async function runMatrix(ground: Ground): Promise<Findings> {
  const findings = newFindings();
  for (const operation of ground.operations) await runOperation(ground, operation, findings);
  return findings;
}

/** Asks every cell of one operation. */
export async function runOperation(ground: Ground, operation: Operation, findings: Findings): Promise<void> {
  const recipe = RECIPES[operation.name];
  if (!recipe) {
    findings.mismatches.push(`${operation.name}: nobody has said how it is asked (test/access/recipes)`);
    return;
  }
  const { test, office, principals } = ground;
  const before = await tableHashes(test.db);
  const statuses = new Set<number>();
  for (const who of principals) {
    const refusals = new Map<string, Set<string>>();
    for (const cell of cellsOf(operation, recipe, who, office)) {
      const answer = await judge(ground, cell, findings);
      statuses.add(answer?.status ?? 0);
      if (answer && answer.status >= 400) remember(refusals, cell, answer.body);
    }
    compareRefusals(`${operation.name} ${who.name}`, who, refusals, findings);
  }
  // Who tries what his post does not allow is put on record.
  const isOnRecord = recipe.onRecord === true || statuses.has(403);
  if (isUndoable(operation)) await expectUnchanged(ground, operation, before, isOnRecord, findings);
}

async function expectUnchanged(
  { test }: Ground,
  operation: Operation,
  before: Map<string, string>,
  isOnRecord: boolean,
  findings: Findings,
): Promise<void> {
  const changed = changedTables(before, await tableHashes(test.db)).filter(
    (table) => !(isOnRecord && table.startsWith('audit_')),
  );
  if (changed.length > 0)
    findings.mismatches.push(`${operation.name}: refusals have changed ${changed.join(', ')}`);
}

/** Asks a cell and compares the answer with the rule; gives the answer, or undefined where no rule fits. */
export async function judge(
  ground: Ground,
  cell: Cell,
  findings: Findings,
  undo: 'UNDO_ALLOWED' | 'UNDO_ALL' = 'UNDO_ALLOWED',
): Promise<Answer | undefined> {
  const { operation, who, relation, state } = cell;
  const rule = ruleFor(ground.policy, { operation: operation.name, role: who.name, relation, state });
  if (!rule) {
    findings.mismatches.push(`${cell.name}: no rule in policy.csv`);
    return undefined;
  }
  findings.used.add(rule.line);
  if (isOfOtherEdition(ground.test, operation, rule)) return undefined;
  const mayWrite = isUndoable(operation) && (undo === 'UNDO_ALL' || rule.expect === 'allow');
  const answer = mayWrite ? await askAndUndo(ground.test, cell) : await askCell(ground.test, cell);
  findings.answers.set(cell.name, `${answer.status} ${answer.code}`);
  findings.mismatches.push(...faultsOf(cell, rule, answer), ...(await headFaults(ground, cell, answer)));
  if (who.department === 'ALL') for (const mark of canariesIn(answer.text)) findings.shown.add(mark);
  return answer;
}

/** Every read that is refused is refused to HEAD as well, which the server answers by itself. */
async function headFaults(
  { test }: Ground,
  { name, operation, ...cell }: Cell,
  answer: Answer,
): Promise<string[]> {
  if (operation.method !== 'GET' || answer.status < 400) return [];
  const head = await askCell(test, { ...cell, name, operation: { ...operation, method: 'HEAD' } });
  return head.status === answer.status
    ? []
    : [`${name}: HEAD is answered ${head.status}, GET ${answer.status}`];
}

/** On PostgreSQL what the embedded edition alone does is asked only as far as the guard. */
function isOfOtherEdition({ app }: TestApp, operation: Operation, rule: Rule): boolean {
  const isPostgres = app.get(Settings).DIAODU_DATABASE === 'postgres';
  return isPostgres && rule.expect !== '403' && isEmbeddedOnly(operation);
}

function isUndoable(operation: Operation): boolean {
  return operation.method !== 'GET' && !isEmbeddedOnly(operation);
}

function isEmbeddedOnly({ name }: Operation): boolean {
  return RECIPES[name]?.embeddedOnly === true;
}

function faultsOf({ name, who, operation }: Cell, rule: Rule, answer: Answer): string[] {
  const faults: string[] = [];
  const isDone = answer.status >= 200 && answer.status < 300;
  if (rule.expect === 'allow' ? !isDone : !`${answer.status} ${answer.code}`.startsWith(rule.expect)) {
    faults.push(
      `${name}: ${answer.status} ${answer.code} instead of ${rule.expect} (policy.csv line ${rule.line})`,
    );
  }
  if (isDone) {
    const unlike = [...new Set(CONTRACT.faultsOf(operation, answer.status, answer.body))];
    if (unlike.length > 0) faults.push(`${name}: not as openapi.json says: ${unlike.join('; ')}`);
  }
  const leaked = leaks(rule.fields, who.department, answer.text);
  if (leaked.length > 0) faults.push(`${name}: shows ${leaked.join(' ')}`);
  return faults;
}

function leaks(fields: string, department: string | null, text: string): string[] {
  if (fields === 'public' || (fields !== 'none' && department === 'ALL')) return [];
  return foreignCanaries(text, fields === 'none' ? null : department);
}

/** Keeps the words of a refusal; what the caller sent tells him nothing when it comes back. */
function remember(refusals: Map<string, Set<string>>, { relation, ask }: Cell, body: string): void {
  const said = sentBy(ask).reduce((text, sent) => text.replaceAll(sent, '…'), body);
  refusals.set(relation, (refusals.get(relation) ?? new Set()).add(said));
}

/** Every word of a request that could come back. */
function sentBy({ params = {}, query = {}, body = {} }: Ask): string[] {
  const words = JSON.stringify([params, query, body]).match(/"[\w-]{4,}"/g) ?? [];
  return words.map((word) => word.slice(1, -1)).toSorted((one, other) => other.length - one.length);
}

/** For a department, what is foreign and what is not there must be refused with the same words. */
function compareRefusals(
  name: string,
  who: Principal,
  refusals: Map<string, Set<string>>,
  findings: Findings,
): void {
  if (who.department === null || who.department === 'ALL') return;
  for (const [foreign, absent] of [
    ['other', 'missing'],
    ['foreign-parent', 'missing'],
    ['foreign-child', 'missing-child'],
    ['mixed', 'mixed-missing'],
  ] as const) {
    const [one, two] = [refusals.get(foreign), refusals.get(absent)];
    if (one && two && new Set([...one, ...two]).size > 1) {
      findings.mismatches.push(
        `${name}: ${foreign} and ${absent} are told apart: ${[...one, ...two].join(' ')}`,
      );
    }
  }
}
