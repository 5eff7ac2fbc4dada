import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Codes for the day the phone is lost, shown this once. */
export function RecoveryCodes({
  codes,
  onDone,
}: {
  codes: readonly string[];
  onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('session');
  return (
    <section className="security-part">
      <h2>{t('factor.recovery')}</h2>
      <p className="entrance-warning entrance-first" role="alert">
        {t('factor.once')}
      </p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="first-buttons no-print">
        <Button onClick={() => print()}>{t('firstStart.print')}</Button>
        <Button type="primary" onClick={onDone}>
          {t('factor.kept')}
        </Button>
      </div>
    </section>
  );
}
