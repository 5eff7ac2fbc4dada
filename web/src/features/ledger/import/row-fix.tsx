import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../../api/client.js';
import { ifMatch } from '../../../api/headers.js';
import { FormFault } from '../../../components/form-fault.js';
import { DeedFields } from '../../../components/task-deeds/deed-fields.js';
import { fieldFaults } from '../../../components/task-deeds/field-faults.js';
import { bodyOf, type FieldValues } from '../../../components/task-deeds/field-spec.js';
import { ROW_FIELDS, valuesOf } from './column-fields.js';
import type { ImportRow, LedgerImport } from './import-types.js';
import { useImportChange } from './use-import-change.js';

/** Sets fields of a row right: the marked one, or all of them. */
export function RowFix({
  content,
  row,
  only,
  onClose,
}: {
  content: LedgerImport;
  row: ImportRow;
  /** Names of the fields; all where empty. */
  only: readonly string[];
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const { message } = App.useApp();
  // A problem about supports may be answered by naming a group.
  const wanted = only.includes('support') ? [...only, 'groups'] : only;
  const fields = wanted.length === 0 ? ROW_FIELDS : ROW_FIELDS.filter(({ name }) => wanted.includes(name));
  const [values, setValues] = useState<FieldValues>(() => valuesOf(row));
  const fix = useImportChange(
    (body: FieldValues) =>
      take(
        api.PATCH('/api/v1/ledger-imports/{id}/rows/{row}', {
          params: { path: { id: content.id, row: row.row } },
          body,
          headers: ifMatch(content.version),
        }),
      ),
    {
      onDone: () => {
        void message.success(t('import.fixed', { place: row.place.row }));
        onClose();
      },
    },
  );
  const save = (): void => fix.mutate(bodyOf(fields, values));
  return (
    <form
      className="import-fix"
      onSubmit={(event) => {
        event.preventDefault();
        if (!fix.isPending) save();
      }}
    >
      <p className="import-note">
        {t('import.raw', {
          text: Object.entries(row.raw)
            .map(([name, text]) => `${name}：${text}`)
            .join('　'),
        })}
      </p>
      <FormFault error={fix.error} />
      <DeedFields
        fields={fields}
        values={values}
        faults={fieldFaults(fix.error)}
        ledgerId={content.ledgerId ?? ''}
        onChange={setValues}
      />
      <Button type="primary" htmlType="submit" loading={fix.isPending}>
        {t('import.save')}
      </Button>
      <Button loading={fix.isPending} onClick={() => fix.mutate({ skip: row.status !== 'skipped' })}>
        {row.status === 'skipped' ? t('import.takeRow') : t('import.skipRow')}
      </Button>
      <Button onClick={onClose}>{t('import.close')}</Button>
    </form>
  );
}
