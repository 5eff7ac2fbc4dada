import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, take } from '../../../api/client.js';
import { ifMatch } from '../../../api/headers.js';
import { ConfirmDeed } from '../../../components/confirm-deed.js';
import { LinkButton } from '../../../components/link-button.js';
import type { LedgerImport } from './import-types.js';

/** What can be done with a preview besides taking it over. */
export function PreviewActions({ content }: { content: LedgerImport }): ReactNode {
  const { t } = useTranslation('ledger');
  const navigate = useNavigate();
  const client = useQueryClient();
  const discard = async (): Promise<void> => {
    const asked = { params: { path: { id: content.id } }, headers: ifMatch(content.version) };
    await take(api.DELETE('/api/v1/ledger-imports/{id}', asked));
    await client.invalidateQueries({ queryKey: ['ledger-imports'] });
    await navigate('/ledger/import');
  };
  return (
    <>
      {content.kind === 'LEDGER' && (
        <Button href={`/api/v1/ledger-imports/${content.id}/workbook`} download>
          {t('import.workbook')}
        </Button>
      )}
      <LinkButton to="/ledger/import">{t('import.again')}</LinkButton>
      <ConfirmDeed label={t('import.discard')} title={t('import.discardAsk')} danger onConfirm={discard}>
        <p>{t('import.discardNote')}</p>
      </ConfirmDeed>
    </>
  );
}
