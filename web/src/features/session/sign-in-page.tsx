import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { api, take } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { sessionQuery } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { FormFault } from '../../components/form-fault.js';
import { TextField } from '../../components/text-field.js';
import { backOf } from './back-of.js';
import { Entrance } from './entrance.js';
import { optionsQuery } from './options-query.js';
import { useCountdown } from './use-countdown.js';
import { keepWayBack } from './way-back.js';

/** Signing in by name and password, with the second factor where it is asked for, or through the city's sign-in. */
export function SignInPage(): ReactNode {
  const { t } = useTranslation('session');
  const { data: options } = useQuery(optionsQuery);
  const { data: session } = useQuery(sessionQuery);
  const [search] = useSearchParams();
  if (options?.bootstrapOpen) return <Navigate to="/first-start" replace />;
  if (session) return <Navigate to={backOf(search)} replace />;
  return (
    <Entrance title={t('signIn.title')}>
      <SignInForm />
      {options?.oidc && (
        <>
          <div className="entrance-or">{t('signIn.or')}</div>
          <Button block size="large" href="/api/v1/session/oidc/start" onClick={() => keepWayBack(search)}>
            {options.oidcLabel ?? t('signIn.oidc')}
          </Button>
        </>
      )}
      {options?.tls === 'OFF' && !isThisComputer() && (
        <p className="entrance-warning">{t('signIn.plainHttp')}</p>
      )}
    </Entrance>
  );
}

function SignInForm(): ReactNode {
  const { t } = useTranslation('session');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const wait = useCountdown();
  const signIn = useDeed(
    () => {
      const given = code.trim() === '' ? {} : { code: code.trim() };
      return take(api.POST('/api/v1/session', { body: { username: username.trim(), password, ...given } }));
    },
    {
      onDone: async (session) => {
        client.setQueryData(sessionQuery.queryKey, session);
        // Whoever must change the password or bind a second factor first is led there by the shell.
        await navigate(backOf(search), { replace: true });
      },
      onRefused: (error) => {
        const refused = error instanceof Problem ? error : null;
        const seconds = refused?.details['seconds'];
        // What was blocked was not looked at, so nothing has to be typed again.
        if (typeof seconds === 'number') return wait.start(seconds);
        setCode('');
        if (refused?.code.startsWith('SIGN_IN_CODE_')) return setAsksCode(true);
        return setPassword('');
      },
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!signIn.isPending) signIn.mutate(undefined);
      }}
    >
      <FormFault error={signIn.error}>
        {wait.left > 0 ? t('signIn.blocked', { seconds: wait.left }) : undefined}
      </FormFault>
      <TextField
        label={t('signIn.username')}
        size="large"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
        value={username}
        onText={setUsername}
      />
      <TextField
        label={t('signIn.password')}
        secret
        size="large"
        autoComplete="current-password"
        required
        value={password}
        onText={setPassword}
      />
      {asksCode && (
        <TextField
          label={t('signIn.code')}
          hint={t('signIn.codeHint')}
          size="large"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maxLength={40}
          value={code}
          onText={setCode}
        />
      )}
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={signIn.isPending}
        disabled={wait.left > 0}
      >
        {t('signIn.submit')}
      </Button>
    </form>
  );
}

/** On the server's own computer nothing travels over a network. */
function isThisComputer(): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
}
