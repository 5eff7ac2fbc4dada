import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../../api/client.js';
import { ifMatch } from '../../../api/headers.js';
import { FormFault } from '../../../components/form-fault.js';
import { COLUMN_FIELDS } from './column-fields.js';
import type { LedgerImport } from './import-types.js';
import { useImportChange } from './use-import-change.js';

/** How the columns were understood, and the way to understand them otherwise. */
export function MappingPanel({ content }: { content: LedgerImport }): ReactNode {
  const { t } = useTranslation('ledger');
  const [wished, setWished] = useState<Readonly<Record<string, string | null>>>({});
  const isUnknown = !content.columns.some(({ field }) => field === 'TITLE');
  const map = useImportChange(() =>
    take(
      api.PUT('/api/v1/ledger-imports/{id}/mapping', {
        params: { path: { id: content.id } },
        body: { mapping: { ...content.mapping, ...wished } },
        headers: ifMatch(content.version),
      }),
    ),
  );
  const known = content.columns.filter(({ field }) => field !== null).length;
  return (
    <details className="panel import-mapping" open={isUnknown}>
      <summary>{t('import.mapping.title', { known, total: content.columns.length })}</summary>
      <p className="import-note">{t('import.mapping.note')}</p>
      <FormFault error={map.error} />
      <div className="import-columns">
        {content.columns.map(({ sheet, column, heading, field }) => (
          <label key={`${sheet} ${column}`}>
            <span>
              {t('import.mapping.column', { column, heading: heading || t('import.mapping.noHeading') })}
            </span>
            <Select
              allowClear
              aria-label={t('import.mapping.meaning', { heading: heading || column })}
              placeholder={t('import.mapping.left')}
              popupMatchSelectWidth={false}
              showSearch={{ optionFilterProp: 'label' }}
              value={heading in wished ? wished[heading] : field}
              onChange={(next?: string | null) => setWished({ ...wished, [heading]: next ?? null })}
              options={COLUMN_FIELDS.map((name) => ({ value: name, label: t(`import.field.${name}`) }))}
            />
          </label>
        ))}
      </div>
      <Button
        type="primary"
        disabled={Object.keys(wished).length === 0}
        loading={map.isPending}
        onClick={() => map.mutate(undefined)}
      >
        {t('import.mapping.read')}
      </Button>
    </details>
  );
}
