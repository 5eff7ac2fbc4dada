import type { Recipe, Recipes } from '../recipe.js';

/** A list about many tasks, asked for all and for one department's. */
const board = (query: Record<string, string>): Recipe => ({
  about: 'nothing',
  ask: ({ office }) => [
    { query },
    { query: { ...query, department: office.other.code } },
    { query: { ...query, q: 'CANARY' } },
  ],
});

/** How the operations of the first page and of the task list are asked. */
export const DASHBOARD_RECIPES: Recipes = {
  'GET /api/v1/task-board': board({ limit: '100' }),
  'GET /api/v1/task-board/facets': board({}),
};
