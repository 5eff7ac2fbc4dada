import { readFileSync } from 'node:fs';
import { ImportDepartmentsService } from '../../src/features/organization/import-departments.service.js';
import { ImportPostsService } from '../../src/features/organization/import-posts.service.js';
import { askAndUndo, askCell, type Answer } from './ask-cell.js';
import { canariesIn } from './canaries.js';
import { cellsOf, type Cell } from './cells.js';
import type { Operation } from './operations.js';
import { ruleFor } from './policy.js';
import type { Principal, PrincipalName } from './principals.js';
import { RECIPES } from './recipes/all-recipes.js';
import type { Ground } from './run-matrix.js';

const TREE = [
  'code,name,shortName,kind,enforcementUnit,responsibleDepartment,aliases,parent',
  'SH,某市人民政府,某市,CITY,0,0,,',
  'SHSFJ,某市司法局,市司法局,GOVERNMENT,1,1,,SH',
  'HB,本区人民政府,本区,DISTRICT,0,0,,SH',
  'XH,邻区人民政府,邻区,DISTRICT,0,0,,SH',
  'XHSFJ,邻区司法局,区司法局,GOVERNMENT,1,1,,XH',
];

const FOREIGN_POSTS: Partial<Record<PrincipalName, string>> = {
  CLERK: 'XH-CLERK',
  DIRECTOR: 'XH-DIRECTOR',
  LEADER: 'XH-LEADER',
  LIAISON: 'XHSFJ-LIAISON',
  HEAD: 'XHSFJ-HEAD',
};

/** Puts the prepared office into a district of a city, with another district beside it. */
export async function openCity({ test }: Ground): Promise<void> {
  await test.app.get(ImportDepartmentsService).import(Buffer.from(TREE.join('\n')));
  await test.app.get(ImportDepartmentsService).import(readFileSync('test/data/departments-2023.csv'), 'HB');
  const posts = [
    ...Object.entries(FOREIGN_POSTS).map(([kind, code]) => `${code},XHSFJ,${kind},邻区人员,,2022-01-01,`),
    'SH-CLERK,SHSFJ,CLERK,市经办人,,2022-01-01,',
  ];
  const head = 'code,department,kind,holder,email,from,to';
  await test.app.get(ImportPostsService).import(Buffer.from([head, ...posts].join('\n')));
}

/** Those of the other district, under the names of the roles they hold. */
export async function foreigners({ test }: Ground): Promise<Principal[]> {
  const found: Principal[] = [];
  for (const [name, post] of Object.entries(FOREIGN_POSTS) as [PrincipalName, string][]) {
    found.push({ name, post, cookie: await test.signIn.cookieOf(post), department: 'XHSFJ' });
  }
  return found;
}

/** The cells that name something of the prepared office, or nothing. */
export function cellsAbout({ office }: Ground, operation: Operation, who: Principal): Cell[] {
  const recipe = RECIPES[operation.name];
  if (!recipe || recipe.embeddedOnly) return [];
  return cellsOf(operation, recipe, who, office).filter(({ relation }) => !relation.includes('missing'));
}

/** Asks a cell; what it does is undone. */
export async function ask({ test }: Ground, cell: Cell): Promise<Answer> {
  return cell.operation.method === 'GET' ? askCell(test, cell) : askAndUndo(test, cell);
}

/** What is told to whoever is of another district otherwise than what is not there; one sentence each. */
export function faultsOf({ policy }: Ground, cell: Cell, answer: Answer): string[] {
  const { operation, who, state, name } = cell;
  const shown = canariesIn(answer.text);
  const faults = shown.length > 0 ? [`${name}: shows ${shown.join(' ')}`] : [];
  const isOfNobody = RECIPES[operation.name]?.about === 'nothing' && !OF_A_JURISDICTION.test(operation.name);
  if (isOfNobody || SHARED.has(operation.name)) return faults;
  const rule = ruleFor(policy, { operation: operation.name, role: who.name, relation: 'missing', state });
  const expected = rule?.expect ?? '404';
  if (expected === 'allow') return faults;
  if (!`${answer.status} ${answer.code}`.startsWith(expected))
    faults.push(`${name}: ${answer.status} ${answer.code} instead of ${expected}, as for what is not there`);
  return faults;
}

/** Of no department, and yet each jurisdiction's own: a year's catalogue, the court's list of a quarter. */
const OF_A_JURISDICTION = /decision-catalogues\/\{year\}|court-appearance\/reconciliation$/;

/** Known to every jurisdiction alike: what groups there are (each sees its own members). */
const SHARED: ReadonlySet<string> = new Set([
  'GET /api/v1/department-groups/{code}',
  'PATCH /api/v1/department-groups/{code}',
  'PUT /api/v1/department-groups/{code}/members',
]);
