import type { FeatureRoute } from '../../lib/feature-route.js';

export const ORGANIZATION_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'system/posts',
    feature: 'organization',
    roles: ['CLERK', 'DIRECTOR'],
    page: () => import('./posts-page.js').then((file) => file.PostsPage),
  },
  {
    path: 'system/departments',
    feature: 'organization',
    roles: ['CLERK', 'DIRECTOR'],
    page: () => import('./departments-page.js').then((file) => file.DepartmentsPage),
  },
];
