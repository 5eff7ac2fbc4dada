import { OFFICE_AND_DEPARTMENTS, type FeatureRoute } from '../../lib/feature-route.js';

export const LEDGER_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'ledger',
    feature: 'ledger',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./ledger-page.js').then((file) => file.LedgerPage),
  },
];
