import { plain, type Recipes } from '../recipe.js';

/** How the audit trail is read. */
export const AUDIT_RECIPES: Recipes = {
  'GET /api/v1/audit-events': plain([{}, { query: { operation: 'ledger.', q: 'CANARY' } }]),
  'GET /api/v1/audit-events/export': plain({ query: { operation: 'organization.' } }),
  'GET /api/v1/audit-events/names': plain(),
  'GET /api/v1/audit-events/anchor': plain(),
  'GET /api/v1/audit-archive': plain(),
  'POST /api/v1/audit-events/verify': plain({ body: {} }),
};
