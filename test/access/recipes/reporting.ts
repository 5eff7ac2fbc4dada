import { missing, MISSING, type ReportKind } from '../holdings.js';
import type { Ask, Recipe, Recipes, Things } from '../recipe.js';

const WORDS = { text: '本月进展', claimedProgress: 20 };

/** A deed to a report, in the standing it is meant for and, where the policy tells them apart, in another one. */
function deed(body: object, ...kinds: [ReportKind, ...ReportKind[]]): Recipe {
  return {
    about: 'report',
    ask: ({ parent }) =>
      kinds.map((kind): Ask => {
        const { id, version, state } = parent.reports[kind];
        return { params: { id }, version, body, state };
      }),
  };
}

/** A deed to a request to close a task, looked up through the task. */
function closeOut(verb: string, kind: 'closing' | 'verified', body: object): Recipes {
  return {
    [`POST /api/v1/tasks/{taskId}/close-out-requests/{id}/${verb}`]: {
      about: 'task',
      nested: true,
      ask: ({ parent, child }) => {
        const { id, version } = child.closeOuts[kind];
        return { params: { taskId: parent.tasks[kind].id, id }, version, body };
      },
    },
  };
}

/** Reports sent in together: those of the subject, and those with one of somebody else's among them. */
function together({ parent, office, who }: Things): Ask[] {
  const one = ({ reports: { draft } }: Things['parent']) => ({
    id: draft.id,
    version: draft.version,
    ...WORDS,
  });
  const request = { body: { reports: [one(parent)] } };
  if (parent.code !== who.department || office.ledgerId === MISSING) return [request];
  const foreign = who.department === office.support.code ? office.lead : office.support;
  const mixed = (other: Things['parent']): object => ({ reports: [one(parent), one(other)] });
  return [
    request,
    { body: mixed(foreign), relation: 'mixed' },
    { body: mixed(missing(foreign)), relation: 'mixed-missing' },
  ];
}

/** How the operations on monthly reports and close-out requests are asked. */
export const REPORTING_RECIPES: Recipes = {
  'GET /api/v1/reports': {
    about: 'nothing',
    ask: ({ office }) => [
      { query: { limit: '100' } },
      { query: { limit: '100', ledger: office.ledgerId, department: office.other.code } },
    ],
  },
  'GET /api/v1/reports/missing': {
    about: 'nothing',
    ask: ({ office }) => {
      const query = { ledger: office.ledgerId, month: '2023-02', limit: '100' };
      return [{ query }, { query: { ...query, department: office.other.code } }];
    },
  },
  'GET /api/v1/reports/{id}': {
    about: 'report',
    ask: ({ parent }) => ({ params: { id: parent.reports.submitted.id } }),
  },
  'POST /api/v1/reports': {
    about: 'task',
    ask: ({ parent, who }) => {
      const { assignments } = parent.tasks.issued;
      const own = assignments.find(({ department }) => department.code === who.department);
      return { body: { assignmentId: (own ?? assignments[0])?.id, month: '2023-03' } };
    },
  },
  'POST /api/v1/reports/submit': { about: 'report', ask: together },
  'POST /api/v1/reports/accept': {
    about: 'report',
    ask: ({ parent: { reports } }) => [
      {
        body: { reports: [{ id: reports.submitted.id, version: reports.submitted.version }] },
        state: 'SUBMITTED',
      },
      { body: { reports: [{ id: reports.draft.id, version: reports.draft.version }] }, state: 'DRAFT' },
    ],
  },
  'PUT /api/v1/reports/{id}': deed(WORDS, 'draft', 'submitted'),
  'POST /api/v1/reports/{id}/submit': deed(WORDS, 'draft', 'submitted'),
  'POST /api/v1/reports/{id}/return': deed({ reason: '请补充' }, 'submitted', 'draft'),
  'POST /api/v1/reports/{id}/accept': deed({ verifiedProgress: 15 }, 'submitted', 'draft'),
  'POST /api/v1/reports/{id}/correct': deed(
    { verifiedProgress: 12, reason: '统计口径有误' },
    'accepted',
    'submitted',
  ),
  'GET /api/v1/tasks/{taskId}/close-out-requests': {
    about: 'task',
    ask: ({ parent }) => ({ params: { taskId: parent.tasks.closing.id } }),
  },
  'GET /api/v1/tasks/{taskId}/close-out-requests/{id}': {
    about: 'task',
    nested: true,
    ask: ({ parent, child }) => ({
      params: { taskId: parent.tasks.closing.id, id: child.closeOuts.closing.id },
    }),
  },
  'POST /api/v1/tasks/{taskId}/close-out-requests': {
    about: 'task',
    ask: ({ parent }) => ({
      params: { taskId: parent.tasks.signed.id },
      body: { statement: '已完成', silenceExplanation: '已并入', milestoneExplanation: '已一并完成' },
    }),
  },
  ...closeOut('verify', 'closing', {}),
  ...closeOut('approve', 'verified', {}),
  ...closeOut('return', 'closing', { reason: '缺少印证材料' }),
  ...closeOut('withdraw', 'closing', {}),
};
