import { OFFICE_AND_DEPARTMENTS, type FeatureRoute } from '../../lib/feature-route.js';

export const DASHBOARD_ROUTES: readonly FeatureRoute[] = [
  {
    path: '',
    feature: 'dashboard',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./workbench-page.js').then((file) => file.WorkbenchPage),
  },
];
