import type { FeatureRoute } from '../../lib/feature-route.js';

export const HAND_OVER_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'hand-over/:post',
    feature: 'hand-over',
    roles: ['CLERK', 'DIRECTOR', 'LIAISON', 'HEAD'],
    page: () => import('./hand-over-page.js').then((file) => file.HandOverPage),
  },
];
