import { OFFICE_AND_DEPARTMENTS, type FeatureRoute } from '../../lib/feature-route.js';

export const REMINDERS_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'reminders',
    feature: 'reminders',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./reminders-page.js').then((file) => file.RemindersPage),
  },
  {
    path: 'system/robots',
    feature: 'reminders',
    roles: ['CLERK', 'DIRECTOR', 'SYSADMIN'],
    page: () => import('./robots/robots-page.js').then((file) => file.RobotsPage),
  },
];
