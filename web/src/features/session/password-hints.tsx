import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordStanding } from './password-standing.js';

/** The rules of a password, each ticked as soon as what is typed keeps it. The service decides all the same. */
export function PasswordHints({ password, username }: { password: string; username: string }): ReactNode {
  const { t } = useTranslation('session');
  return (
    <ul className="password-hints">
      {passwordStanding(password, username).map(({ rule, isKept, values }) => (
        <li key={rule} className={isKept ? 'is-kept' : undefined}>
          <span aria-hidden="true">{isKept ? '✓' : '·'}</span> {t(`password.rule.${rule}`, values)}
          <span className="hidden-text">{isKept ? t('password.kept') : t('password.open')}</span>
        </li>
      ))}
    </ul>
  );
}
