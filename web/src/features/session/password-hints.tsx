import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../api/session-types.js';
import { passwordStanding } from './password-standing.js';

/** The rules of a password, ticked as soon as what is typed keeps them; those only the service can check have no tick. */
export function PasswordHints({ password, session }: { password: string; session: Session }): ReactNode {
  const { t } = useTranslation('session');
  const standing = passwordStanding(password, session.account.username, session.passwordWishes);
  return (
    <ul className="password-hints">
      {session.passwordRules.map((rule, place) => (
        <li key={rule} className={standing[place] ? 'is-kept' : undefined}>
          <span aria-hidden="true">{standing[place] ? '✓' : '·'}</span> {rule}
          {standing[place] && <span className="hidden-text">{t('password.kept')}</span>}
        </li>
      ))}
    </ul>
  );
}
