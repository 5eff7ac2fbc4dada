import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, take } from '../api/client.js';
import { sessionQuery } from '../api/session.js';
import type { Role, Session, SessionPost } from '../api/session-types.js';
import { useDeed } from '../api/use-deed.js';
import { useDismiss } from '../lib/use-dismiss.js';
import { switchLanguage } from './i18n.js';

/** Posts that every department has; the words of the others name their office already. */
const OF_A_DEPARTMENT: ReadonlySet<Role> = new Set<Role>(['LIAISON', 'HEAD']);

/** A post in words: what one is, and where it needs saying. */
function postInWords({ department, role, roleLabel }: SessionPost): string {
  return department && OF_A_DEPARTMENT.has(role) ? `${department.name} ${roleLabel}` : roleLabel;
}

/** Who I am, as which post; switch post, change the password, the language, sign out. */
export function AccountMenu({ session, onHelp }: { session: Session; onHelp: () => void }): ReactNode {
  const { t } = useTranslation('app');
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useDismiss(root, isOpen, (byEscape) => {
    setOpen(false);
    if (byEscape) button.current?.focus();
  });
  return (
    <div className="account" ref={root}>
      <button
        ref={button}
        type="button"
        className="account-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="account-name">{session.account.name}</span>
        <span className="account-post">{session.post ? postInWords(session.post) : t('account.noPost')}</span>
        <span aria-hidden="true" className="account-caret" />
      </button>
      {isOpen && (
        <div className="account-menu" id={id}>
          <AccountDeeds session={session} close={() => setOpen(false)} onHelp={onHelp} />
        </div>
      )}
    </div>
  );
}

function AccountDeeds({
  session,
  close,
  onHelp,
}: {
  session: Session;
  close: () => void;
  onHelp: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation('app');
  const client = useQueryClient();
  const navigate = useNavigate();
  const switchPost = useDeed((post: string) => take(api.POST('/api/v1/session/post', { body: { post } })), {
    onDone: async (next) => {
      // What was read as the other post must not be seen as this one.
      client.clear();
      client.setQueryData(sessionQuery.queryKey, next);
      close();
      await navigate('/');
    },
  });
  const signOut = useDeed(() => take(api.DELETE('/api/v1/session')), {
    onDone: async () => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, null);
      await navigate('/sign-in');
    },
  });
  const others = session.posts.filter(({ code }) => code !== session.post?.code);
  const language = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <p className="account-who">{t('account.signedInAs', { username: session.account.username })}</p>
      {others.map((post) => (
        <button
          type="button"
          key={post.code}
          disabled={switchPost.isPending}
          onClick={() => switchPost.mutate(post.code)}
        >
          {t('account.actAs', { post: postInWords(post) })}
        </button>
      ))}
      <Link to="/password" onClick={close}>
        {t('account.password')}
      </Link>
      <Link to="/security" onClick={close}>
        {t('account.security')}
      </Link>
      <button type="button" lang={language} onClick={() => void switchLanguage(language)}>
        {t('account.language')}
      </button>
      <button
        type="button"
        onClick={() => {
          close();
          onHelp();
        }}
      >
        {/* prettier-ignore */}
        {t('account.keys')}
      </button>
      <button type="button" disabled={signOut.isPending} onClick={() => signOut.mutate(undefined)}>
        {t('account.signOut')}
      </button>
    </>
  );
}
