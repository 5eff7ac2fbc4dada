import { AUDIT_ROUTES } from '../features/audit/routes.js';
import { BACKUP_ROUTES } from '../features/backup/routes.js';
import { CALENDAR_ROUTES } from '../features/calendar/routes.js';
import { DASHBOARD_ROUTES } from '../features/dashboard/routes.js';
import { DECISION_ROUTES } from '../features/decisions/routes.js';
import { DISPATCH_ROUTES } from '../features/dispatch/routes.js';
import { HAND_OVER_ROUTES } from '../features/hand-over/routes.js';
import { IDENTITY_ROUTES } from '../features/identity/routes.js';
import { LEDGER_ROUTES } from '../features/ledger/routes.js';
import { LITIGATION_ROUTES } from '../features/litigation/routes.js';
import { ORGANIZATION_ROUTES } from '../features/organization/routes.js';
import { QUEUE_ROUTES } from '../features/queue/routes.js';
import { REMINDERS_ROUTES } from '../features/reminders/routes.js';
import { REPORTING_ROUTES } from '../features/reporting/routes.js';
import { SESSION_ROUTES } from '../features/session/routes.js';
import { SELF_CHECK_ROUTES } from '../features/self-check/routes.js';
import { TASK_ROUTES } from '../features/tasks/routes.js';
import type { FeatureRoute } from '../lib/feature-route.js';

/** Every page inside the shell. A feature adds its own list with one line; navigation follows from what is here. */
// prettier-ignore
export const FEATURE_ROUTES: readonly FeatureRoute[] = [
  ...DASHBOARD_ROUTES,
  ...LEDGER_ROUTES,
  ...TASK_ROUTES,
  ...REPORTING_ROUTES,
  ...DISPATCH_ROUTES,
  ...REMINDERS_ROUTES,
  ...LITIGATION_ROUTES,
  ...DECISION_ROUTES,
  ...HAND_OVER_ROUTES,
  ...ORGANIZATION_ROUTES,
  ...CALENDAR_ROUTES,
  ...IDENTITY_ROUTES,
  ...AUDIT_ROUTES,
  ...QUEUE_ROUTES,
  ...BACKUP_ROUTES,
  ...SELF_CHECK_ROUTES,
];

/** Pages outside the shell: for those who are not signed in, or may do nothing else yet. */
export const OPEN_ROUTES = SESSION_ROUTES;
