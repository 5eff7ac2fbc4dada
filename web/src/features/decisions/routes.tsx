import { OFFICE_AND_DEPARTMENTS, type FeatureRoute } from '../../lib/feature-route.js';

export const DECISION_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'decisions',
    feature: 'decisions',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./catalogue-page.js').then((file) => file.CataloguePage),
  },
  {
    path: 'decisions/:id',
    feature: 'decisions',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./decision-page.js').then((file) => file.DecisionPage),
  },
];
