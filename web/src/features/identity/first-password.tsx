import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../components/copy-text.js';
import type { MadeAccount } from './account-queries.js';

/** A first password, shown this once: to be copied or printed and handed over. */
export function FirstPassword({
  made,
  onClose,
}: {
  made: MadeAccount | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('identity');
  if (made === null) return null;
  const { username, name } = made.account;
  const text = t('first.text', { name, username, password: made.firstPassword });
  return (
    <Modal
      open
      title={t('first.title', { name })}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        <Button key="print" onClick={() => window.print()}>
          {t('first.print')}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {t('first.close')}
        </Button>,
      ]}
    >
      <p>{t('first.advice')}</p>
      <dl className="accounts-first">
        <dt>{t('column.username')}</dt>
        <dd>{username}</dd>
        <dt>{t('first.password')}</dt>
        <dd>
          <code>{made.firstPassword}</code>
        </dd>
      </dl>
      <CopyText text={text} label={t('first.copy')} />
    </Modal>
  );
}
