import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { api, take } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { sessionQuery } from '../../api/session.js';
import type { Session } from '../../api/session-types.js';
import { useDeed } from '../../api/use-deed.js';
import { FormFault } from '../../components/form-fault.js';
import { TextField } from '../../components/text-field.js';
import { backOf } from './back-of.js';
import { Entrance } from './entrance.js';
import { PasswordHints } from './password-hints.js';

/** Changing one's own password; forced while it is the one somebody else has seen. */
export function PasswordPage(): ReactNode {
  const { t } = useTranslation('session');
  const { data: session, isPending } = useQuery(sessionQuery);
  const [search] = useSearchParams();
  if (isPending) return null;
  if (!session) return <Navigate to="/sign-in" replace />;
  return (
    <Entrance title={t('password.title')}>
      {session.mustChangePassword && (
        <p className="entrance-warning entrance-first">{t('password.forced')}</p>
      )}
      <PasswordForm session={session} />
      {!session.mustChangePassword && (
        <p className="entrance-link">
          <Link to={backOf(search)}>{t('password.cancel')}</Link>
        </p>
      )}
    </Entrance>
  );
}

function PasswordForm({ session }: { session: Session }): ReactNode {
  const { t } = useTranslation('session');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const change = useDeed(() => take(api.PUT('/api/v1/session/password', { body: { current, next } })), {
    onDone: async (changed) => {
      client.setQueryData(sessionQuery.queryKey, changed);
      await navigate(backOf(search), { replace: true });
    },
  });
  const isWrong = change.error instanceof Problem && change.error.code === 'CURRENT_PASSWORD_WRONG';
  const differs = again !== '' && again !== next;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!change.isPending && again === next) change.mutate(undefined);
      }}
    >
      <FormFault error={isWrong ? null : change.error} />
      <input
        className="hidden-text"
        tabIndex={-1}
        aria-hidden="true"
        autoComplete="username"
        readOnly
        value={session.account.username}
      />
      <TextField
        label={t('password.current')}
        fault={isWrong ? (change.error as Problem).title : null}
        secret
        size="large"
        autoComplete="current-password"
        autoFocus
        required
        value={current}
        onText={setCurrent}
      />
      <TextField
        label={t('password.next')}
        hint={<PasswordHints password={next} session={session} />}
        secret
        size="large"
        autoComplete="new-password"
        required
        value={next}
        onText={setNext}
      />
      <TextField
        label={t('password.again')}
        fault={differs ? t('password.differs') : null}
        secret
        size="large"
        autoComplete="new-password"
        required
        value={again}
        onText={setAgain}
      />
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={change.isPending}
        disabled={differs}
      >
        {t('password.submit')}
      </Button>
    </form>
  );
}
