import type { FeatureRoute } from '../../lib/feature-route.js';

export const AUDIT_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'system/audit',
    feature: 'audit',
    roles: ['AUDITOR'],
    page: () => import('./audit-page.js').then((file) => file.AuditPage),
  },
];
