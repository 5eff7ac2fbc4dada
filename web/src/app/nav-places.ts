import type { Role } from '../api/session-types.js';
import type { FeatureRoute } from '../lib/feature-route.js';

/** Where the navigation can lead, in the order of a month's work; `text` is a key under `nav` in the shell's texts. */
interface Place {
  path: string;
  text: string;
  group: 'work' | 'system';
  /** Of use only where there are several jurisdictions. */
  amongOthers?: true;
}

const PLACES: readonly Place[] = [
  { path: '', text: 'workbench', group: 'work' },
  { path: 'ledger', text: 'ledger', group: 'work' },
  { path: 'received-tasks', text: 'receivedTasks', group: 'work', amongOthers: true },
  { path: 'reports', text: 'reports', group: 'work' },
  { path: 'reviews', text: 'reviews', group: 'work' },
  { path: 'requests', text: 'requests', group: 'work' },
  { path: 'dispatch', text: 'dispatch', group: 'work' },
  { path: 'reminders', text: 'reminders', group: 'work' },
  { path: 'court-cases', text: 'courtCases', group: 'work' },
  { path: 'hearings', text: 'hearings', group: 'work' },
  { path: 'court-appearance', text: 'courtAppearance', group: 'work' },
  { path: 'decisions', text: 'decisions', group: 'work' },
  { path: 'system/accounts', text: 'accounts', group: 'system' },
  { path: 'system/posts', text: 'posts', group: 'system' },
  { path: 'system/departments', text: 'departments', group: 'system' },
  { path: 'system/robots', text: 'robots', group: 'system' },
  { path: 'system/calendar', text: 'calendar', group: 'system' },
  { path: 'system/audit', text: 'audit', group: 'system' },
  { path: 'system/queue', text: 'queue', group: 'system' },
  { path: 'system/backup', text: 'backup', group: 'system' },
  { path: 'system/self-check', text: 'selfCheck', group: 'system' },
];

/** The places that exist and that this role may open. */
export function placesFor(role: Role | null, routes: readonly FeatureRoute[]): Place[] {
  const open = new Set(
    routes.filter(({ roles }) => role !== null && roles.includes(role)).map(({ path }) => path),
  );
  return PLACES.filter(({ path }) => open.has(path));
}

/** Where a person lands after signing in: the first place that is theirs. */
export function homeOf(role: Role | null, routes: readonly FeatureRoute[]): string {
  return `/${placesFor(role, routes)[0]?.path ?? ''}`;
}
