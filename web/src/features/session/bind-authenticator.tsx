import { QRCode } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useDeed } from '../../api/use-deed.js';
import { CodeForm } from './code-form.js';

type Schemas = components['schemas'];

/** Shows what the authenticator takes in, and asks for its first code. */
export function BindAuthenticator({
  authenticator,
  onBound,
}: {
  authenticator: Schemas['NewAuthenticatorResponse'];
  onBound: (bound: Schemas['BoundSecondFactorResponse']) => Promise<void>;
}): ReactNode {
  const { t } = useTranslation('session');
  const confirm = useDeed(
    (code: string) => take(api.POST('/api/v1/session/second-factor/confirm', { body: { code } })),
    {
      onDone: onBound,
    },
  );
  return (
    <div className="bind">
      <div className="bind-code" aria-hidden="true">
        <QRCode value={authenticator.address} type="svg" size={176} bordered={false} />
      </div>
      <div className="bind-steps">
        <ol>
          <li>{t('factor.step.install')}</li>
          <li>{t('factor.step.scan')}</li>
          <li>
            {t('factor.step.type')} <code className="bind-secret">{authenticator.secret}</code>
          </li>
          <li>{t('factor.step.confirm')}</li>
        </ol>
        <CodeForm submit={t('factor.confirm')} deed={confirm} />
      </div>
    </div>
  );
}
