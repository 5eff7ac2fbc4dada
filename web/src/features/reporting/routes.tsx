import { OFFICE_AND_DEPARTMENTS, type FeatureRoute } from '../../lib/feature-route.js';

export const REPORTING_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'reports',
    feature: 'reporting',
    roles: ['LIAISON', 'HEAD'],
    page: () => import('./sheet-page.js').then((file) => file.SheetPage),
  },
  {
    path: 'reviews',
    feature: 'reporting',
    roles: ['CLERK', 'DIRECTOR'],
    page: () => import('./review-page.js').then((file) => file.ReviewPage),
  },
  {
    path: 'requests',
    feature: 'reporting',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./requests-page.js').then((file) => file.RequestsPage),
  },
];
