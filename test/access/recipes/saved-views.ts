import type { TestApp } from '../../support/app.js';
import { MISSING } from '../holdings.js';
import type { Ask, Recipe, Recipes, Things } from '../recipe.js';

/** A way to look at the list. */
export const VIEW = {
  name: 'CANARY-JYJ-view-我的视图',
  filter: { part: 'ANY' },
  columns: ['number', 'title'],
  sort: 'number',
};

/** Keeps a view in somebody's name just before it is asked for; who may keep none has none. */
async function keepView(test: TestApp, cookie: string | null): Promise<Record<string, string>> {
  const headers = { host: '127.0.0.1', ...(cookie === null ? {} : { cookie }) };
  const kept = await test.app.inject({ method: 'POST', url: '/api/v1/saved-views', headers, payload: OWN });
  return { id: kept.statusCode === 201 ? (kept.json() as { id: string }).id : MISSING };
}

const OWN = { ...VIEW, name: '待办视图' };

/** A deed to one's own view, to somebody else's and to one that is not there. */
const deed = (body?: object): Recipe => ({
  about: 'nothing',
  ask: ({ who, office }: Things): Ask[] => [
    { before: (test) => keepView(test, who.cookie), version: 1, ...(body ? { body } : {}), relation: 'own' },
    { params: { id: office.savedViewId }, version: 1, ...(body ? { body } : {}), relation: 'other' },
    { params: { id: MISSING }, version: 1, ...(body ? { body } : {}), relation: 'missing' },
  ],
});

/** How the operations on the views a post keeps are asked. */
export const SAVED_VIEW_RECIPES: Recipes = {
  'GET /api/v1/saved-views': { about: 'nothing', ask: () => ({}) },
  'POST /api/v1/saved-views': { about: 'nothing', ask: () => ({ body: OWN }) },
  'PUT /api/v1/saved-views/{id}': deed({ ...OWN, name: '改名的视图' }),
  'DELETE /api/v1/saved-views/{id}': deed(),
};
