import type { Ask, Recipe, Recipes, Things } from '../recipe.js';

/** A list about many things, asked for all, for one department's, and by words that every planted mark holds. */
const list = (query: Record<string, string>): Recipe => ({
  about: 'nothing',
  ask: ({ office }) => [
    { query },
    { query: { ...query, department: office.other.code } },
    { query: { ...query, ledger: office.ledgerId } },
  ],
});

/** The sheet of a department: one's own without saying so, somebody else's, and nobody's. */
function sheets({ who, office }: Things): Ask[] {
  const query = { ledger: office.ledgerId, month: '2023-03' };
  const nobody = { query: { ...query, department: 'NOSUCH' }, relation: 'missing' };
  const isOfDepartment = who.department !== null && who.department !== 'ALL';
  if (!isOfDepartment)
    return [{ query: { ...query, department: office.lead.code }, relation: 'any' }, nobody];
  return [
    { query, relation: 'own' },
    { query: { ...query, department: office.other.code }, relation: 'other' },
    nobody,
  ];
}

/** How the operations of the first page and of the lists are asked. */
export const DASHBOARD_RECIPES: Recipes = {
  'GET /api/v1/workbench': { about: 'nothing', ask: () => ({}) },
  'GET /api/v1/task-board': {
    about: 'nothing',
    ask: ({ office }) => [
      { query: { limit: '100' } },
      { query: { limit: '100', department: office.other.code } },
      { query: { limit: '100', q: 'CANARY', sort: '-due' } },
    ],
  },
  'GET /api/v1/task-board/facets': list({}),
  'GET /api/v1/task-board/export': list({}),
  'GET /api/v1/reports/sheet': { about: 'nothing', ask: sheets },
  'GET /api/v1/reports/review-queue': list({ limit: '100' }),
  'GET /api/v1/requests': {
    about: 'nothing',
    ask: ({ office }) =>
      ['mine', 'waiting', 'all'].flatMap((box) => [
        { query: { box, limit: '100' } },
        { query: { box, limit: '100', department: office.other.code } },
      ]),
  },
};
