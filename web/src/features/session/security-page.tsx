import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { sessionQuery } from '../../api/session.js';
import { backOf } from './back-of.js';
import { Entrance } from './entrance.js';
import { OtherSessions } from './other-sessions.js';
import { SecondFactorPanel } from './second-factor-panel.js';

/** One's own account: the second factor, and where else one is signed in. Forced while a second factor must be bound. */
export function SecurityPage(): ReactNode {
  const { t } = useTranslation('session');
  const { data: session, isPending } = useQuery(sessionQuery);
  const [search] = useSearchParams();
  if (isPending) return null;
  if (!session) return <Navigate to="/sign-in?back=%2Fsecurity" replace />;
  if (session.mustChangePassword) return <Navigate to="/password?back=%2Fsecurity" replace />;
  return (
    <Entrance title={t('security.title')} wide>
      {session.mustEnrol && <p className="entrance-warning entrance-first">{t('security.forced')}</p>}
      <SecondFactorPanel />
      {!session.mustEnrol && (
        <>
          <OtherSessions />
          <p className="entrance-link">
            <Link to={backOf(search)}>{t('security.back')}</Link>
          </p>
        </>
      )}
    </Entrance>
  );
}
