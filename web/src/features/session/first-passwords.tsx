import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { components } from '../../api/schema.js';

/** Three first passwords, shown this once, to be printed, cut apart and handed over. */
export function FirstPasswords({
  administrators,
}: {
  administrators: components['schemas']['BootstrapResponse']['administrators'];
}): ReactNode {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  return (
    <>
      <p className="entrance-warning entrance-first" role="alert">
        {t('firstStart.once')}
      </p>
      {administrators.map(({ account, firstPassword }) => (
        <section key={account.id} className="first-slip keep-together">
          <h2>{account.dutyLabel}</h2>
          <dl>
            <dt>{t('firstStart.name')}</dt>
            <dd>{account.name}</dd>
            <dt>{t('firstStart.username')}</dt>
            <dd>{account.username}</dd>
            <dt>{t('firstStart.password')}</dt>
            <dd>
              <code>{firstPassword}</code>
            </dd>
          </dl>
        </section>
      ))}
      <div className="first-buttons no-print">
        <Button size="large" onClick={() => print()}>
          {t('firstStart.print')}
        </Button>
        <Button type="primary" size="large" onClick={() => void navigate('/sign-in')}>
          {t('firstStart.signIn')}
        </Button>
      </div>
    </>
  );
}
