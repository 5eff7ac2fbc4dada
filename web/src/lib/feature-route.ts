import type { ComponentType } from 'react';
import type { Role } from '../api/session-types.js';

/** A page of a feature inside the shell. */
export interface FeatureRoute {
  /** Address without the first slash, e.g. `tasks/:id`; the empty text is the front page. */
  path: string;
  /** Folder under `features`; its texts are loaded with the page. */
  feature: string;
  /** Who may open it. Others see the page that says so; the service decides all the same. */
  roles: readonly Role[];
  /** Loads the page when it is opened: `() => import('./x-page.js').then((file) => file.XPage)`. */
  page: () => Promise<ComponentType>;
}

/** All who work in the office or for a department; the three administrators do not see business. */
export const OFFICE_AND_DEPARTMENTS: readonly Role[] = ['CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER'];
