import { OFFICE_AND_DEPARTMENTS, type FeatureRoute } from '../../lib/feature-route.js';

export const CALENDAR_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'system/calendar',
    feature: 'calendar',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./calendar-page.js').then((file) => file.CalendarPage),
  },
];
