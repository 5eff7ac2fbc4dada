import type { FeatureRoute } from '../../lib/feature-route.js';

export const DISPATCH_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'dispatch',
    feature: 'dispatch',
    roles: ['CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD'],
    page: () => import('./dispatch-page.js').then((file) => file.DispatchPage),
  },
];
