import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useSession } from '../api/session.js';
import type { Role } from '../api/session-types.js';
import { placesFor } from './nav-places.js';
import { FEATURE_ROUTES } from './routes.js';

/** The places of a role, the office's work first and the system's after a line. */
export function Navigation({ role, onGo }: { role: Role | null; onGo?: () => void }): ReactNode {
  const { t } = useTranslation('app');
  const isAlone = useSession().jurisdiction === null;
  const places = placesFor(role, FEATURE_ROUTES).filter(({ amongOthers }) => !(amongOthers && isAlone));
  const groups = (['work', 'system'] as const)
    .map((group) => ({ group, items: places.filter((place) => place.group === group) }))
    .filter(({ items }) => items.length > 0);
  return groups.map(({ group, items }) => (
    <div className="nav-group" key={group}>
      {group === 'system' && <div className="nav-group-name">{t('nav.system')}</div>}
      <ul>
        {items.map(({ path, text }) => (
          <li key={path}>
            <NavLink to={`/${path}`} end={path === ''} className="nav-link" onClick={onGo}>
              {t(`nav.${text}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ));
}
