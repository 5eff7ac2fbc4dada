import type { FeatureRoute } from '../../lib/feature-route.js';

export const IDENTITY_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'system/accounts',
    feature: 'identity',
    roles: ['SYSADMIN', 'SECADMIN', 'AUDITOR'],
    page: () => import('./accounts-page.js').then((file) => file.AccountsPage),
  },
];
