import { OFFICE_AND_DEPARTMENTS, type FeatureRoute } from '../../lib/feature-route.js';

export const TASK_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'tasks/:id',
    feature: 'tasks',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./task-page.js').then((file) => file.TaskPage),
  },
];
