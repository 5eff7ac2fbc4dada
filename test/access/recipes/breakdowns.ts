import { ofOffice, type Ask, type Recipe, type Recipes } from '../recipe.js';

const REASON = { reason: '不属本辖区职责' };

/** A deed to what was handed down. */
const deed = (body?: object): Recipe =>
  ofOffice(({ office: { breakdown } }): Ask => ({
    params: { id: breakdown.id },
    version: breakdown.version,
    ...(body === undefined ? {} : { body }),
  }));

/** How the operations on tasks handed down and their roll-up are asked. */
export const BREAKDOWN_RECIPES: Recipes = {
  'GET /api/v1/task-breakdowns': {
    about: 'nothing',
    ask: () => [{}, { query: { side: 'GIVEN', limit: '100' } }, { query: { state: 'PENDING' } }],
  },
  'GET /api/v1/task-breakdowns/{id}': ofOffice(({ office }) => ({ params: { id: office.breakdown.id } })),
  'POST /api/v1/task-breakdowns': {
    about: 'nothing',
    ask: ({ office }) => {
      const { id, version } = office.other.tasks.signed;
      return { body: { tasks: [{ id, version }], receivers: [{ code: office.other.code }] } };
    },
  },
  'POST /api/v1/task-breakdowns/{id}/withdraw': deed(REASON),
  'POST /api/v1/task-breakdowns/{id}/accept': deed(),
  'POST /api/v1/task-breakdowns/{id}/return': deed(REASON),
  'POST /api/v1/task-breakdowns/{id}/assign': ofOffice(({ office }) => ({
    params: { id: office.breakdown.id },
    version: office.breakdown.version,
    body: { lead: [office.other.code] },
  })),
  'GET /api/v1/task-breakdowns/receivers': { about: 'nothing', ask: () => ({}) },
  'GET /api/v1/ledgers/{id}/roll-up': ofOffice(({ office }) => ({ params: { id: office.ledgerId } })),
  'GET /api/v1/tasks/{id}/roll-up': {
    about: 'task',
    ask: ({ parent }) => ({ params: { id: parent.tasks.signed.id } }),
  },
};
