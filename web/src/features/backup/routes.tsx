import type { FeatureRoute } from '../../lib/feature-route.js';

export const BACKUP_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'system/backup',
    feature: 'backup',
    roles: ['SYSADMIN', 'AUDITOR'],
    page: () => import('./backup-page.js').then((file) => file.BackupPage),
  },
];
