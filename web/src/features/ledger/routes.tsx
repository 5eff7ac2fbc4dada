import { OFFICE_AND_DEPARTMENTS, type FeatureRoute } from '../../lib/feature-route.js';

/** 依法治区办 imports and issues. */
const OFFICE = ['CLERK', 'DIRECTOR'] as const;

export const LEDGER_ROUTES: readonly FeatureRoute[] = [
  {
    path: 'ledger',
    feature: 'ledger',
    roles: OFFICE_AND_DEPARTMENTS,
    page: () => import('./ledger-page.js').then((file) => file.LedgerPage),
  },
  {
    path: 'received-tasks',
    feature: 'ledger',
    roles: ['CLERK', 'DIRECTOR', 'LEADER'],
    page: () => import('./received/received-page.js').then((file) => file.ReceivedPage),
  },
  {
    path: 'ledger/roll-up',
    feature: 'ledger',
    roles: ['CLERK', 'DIRECTOR', 'LEADER'],
    page: () => import('./roll-up/ledger-roll-up-page.js').then((file) => file.LedgerRollUpPage),
  },
  {
    path: 'ledger/import',
    feature: 'ledger',
    roles: OFFICE,
    page: () => import('./import/import-page.js').then((file) => file.ImportPage),
  },
  {
    path: 'ledger/import/:id',
    feature: 'ledger',
    roles: OFFICE,
    page: () => import('./import/preview-page.js').then((file) => file.PreviewPage),
  },
];
