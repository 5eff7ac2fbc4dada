import { OFFICE_AND_DEPARTMENTS, type FeatureRoute } from '../../lib/feature-route.js';

export const LITIGATION_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'court-cases',
    feature: 'litigation',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./cases-page.js').then((file) => file.CasesPage),
  },
  {
    path: 'court-cases/:id',
    feature: 'litigation',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./case-page.js').then((file) => file.CasePage),
  },
  {
    path: 'hearings',
    feature: 'litigation',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./calendar-page.js').then((file) => file.CalendarPage),
  },
  {
    path: 'court-appearance',
    feature: 'litigation',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./rates/rate-page.js').then((file) => file.RatePage),
  },
];
