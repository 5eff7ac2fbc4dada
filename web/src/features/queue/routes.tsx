import type { FeatureRoute } from '../../lib/feature-route.js';

export const QUEUE_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'system/queue',
    feature: 'queue',
    roles: ['SYSADMIN', 'AUDITOR'],
    page: () => import('./queue-page.js').then((file) => file.QueuePage),
  },
];
