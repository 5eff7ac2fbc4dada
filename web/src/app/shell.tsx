import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { sessionQuery } from '../api/session.js';
import type { Session } from '../api/session-types.js';
import { PageState } from '../components/page-state.js';
import { useHotkeys } from '../lib/use-hotkeys.js';
import { AccountMenu } from './account-menu.js';
import { HotkeyHelp } from './hotkey-help.js';
import { NavDrawer } from './nav-drawer.js';
import { Navigation } from './navigation.js';
import { homeOf } from './nav-places.js';
import { FEATURE_ROUTES } from './routes.js';
import './shell.css';
import { Waiting } from './waiting.js';

const SelfCheckNotice = lazy(() =>
  import('../features/self-check/self-check-notice.js').then((file) => ({ default: file.SelfCheckNotice })),
);

/** Lets in who is signed in and has a password of his own; sends others where they have to go first. */
export function Shell(): ReactNode {
  const { t } = useTranslation('app');
  const { data: session, error, isPending, refetch } = useQuery(sessionQuery);
  const { pathname, search } = useLocation();
  if (isPending) return <Waiting />;
  if (error) return <PageState kind="error" error={error} onRetry={() => void refetch()} />;
  const back = pathname === '/' ? '' : `?back=${encodeURIComponent(pathname + search)}`;
  if (!session) return <Navigate to={`/sign-in${back}`} replace />;
  if (session.mustChangePassword) return <Navigate to={`/password${back}`} replace />;
  if (session.mustEnrol) return <Navigate to={`/security${back}`} replace />;
  const home = homeOf(session.post?.role ?? null, FEATURE_ROUTES);
  if (pathname === '/' && home !== '/') return <Navigate to={home} replace />;
  return (
    <App component={false}>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <Frame session={session} />
    </App>
  );
}

/** Head, navigation and the page. */
function Frame({ session }: { session: Session }): ReactNode {
  const { t } = useTranslation('app');
  const [isNavOpen, setNavOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const burger = useRef<HTMLButtonElement>(null);
  useHotkeys({
    '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
    '?': () => setHelpOpen(true),
  });
  const role = session.post?.role ?? null;
  return (
    <div className="shell">
      <header className="shell-head">
        <button
          ref={burger}
          type="button"
          className="shell-burger"
          aria-expanded={isNavOpen}
          onClick={() => setNavOpen(true)}
        >
          <span aria-hidden="true">☰</span>
          <span className="hidden-text">{t('nav.open')}</span>
        </button>
        <a className="shell-name" href="/">
          {t('product')}
        </a>
        <span className="shell-office">{t('office')}</span>
        <AccountMenu session={session} onHelp={() => setHelpOpen(true)} />
      </header>
      {session.officeDay && <p className="shell-banner">{t('officeDay', { day: session.officeDay })}</p>}
      {session.notices.length > 0 && (
        <ul className="shell-notices" aria-label={t('notices')}>
          {session.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {role === 'SYSADMIN' && (
        <Suspense fallback={null}>
          <SelfCheckNotice />
        </Suspense>
      )}
      <div className="shell-body">
        <nav className="shell-nav" aria-label={t('nav.name')}>
          <Navigation role={role} />
        </nav>
        <main id="main" className="shell-main" tabIndex={-1}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <NavDrawer
        isOpen={isNavOpen}
        onClose={() => {
          setNavOpen(false);
          burger.current?.focus();
        }}
      >
        {/* prettier-ignore */}
        <Navigation role={role} onGo={() => setNavOpen(false)} />
      </NavDrawer>
      <HotkeyHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}
