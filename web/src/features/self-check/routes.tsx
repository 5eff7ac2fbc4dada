import type { FeatureRoute } from '../../lib/feature-route.js';

export const SELF_CHECK_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'system/self-check',
    feature: 'self-check',
    roles: ['SYSADMIN', 'AUDITOR'],
    page: () => import('./self-check-page.js').then((file) => file.SelfCheckPage),
  },
];
