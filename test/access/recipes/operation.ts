import { plain, type Recipes } from '../recipe.js';

/** How backups are made and the audit trail is read. */
export const OPERATION_RECIPES: Recipes = {
  'GET /api/v1/backups': plain(),
  'POST /api/v1/backups': plain(),
  'POST /api/v1/backups/{name}/verify': plain({ params: { name: '20230401T000000Z-abcd' } }),
  'GET /api/v1/audit-events': plain([{}, { query: { operation: 'ledger.', q: 'CANARY' } }]),
  'GET /api/v1/audit-events/export': plain({ query: { operation: 'organization.' } }),
  'GET /api/v1/audit-events/anchor': plain(),
  'POST /api/v1/audit-events/verify': plain({ body: {} }),
};
