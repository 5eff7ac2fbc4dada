import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';
import { FileDrop } from '../../components/file-drop.js';

type Count = components['schemas']['OrganizationImportResponse'];

/** Departments or posts out of a csv file: all of it or nothing; a refusal names line and column of what is wrong. */
export function ImportFile({ what }: { what: 'departments' | 'posts' }): ReactNode {
  const { t } = useTranslation('organization');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const done = ({ created, updated, unchanged }: Count): void => {
    void message.success(t('importFile.done', { created, updated, unchanged }));
    for (const queryKey of [['departments'], ['posts'], ['workbench']])
      void client.invalidateQueries({ queryKey });
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('importFile.open')}</Button>
      <Modal
        open={isOpen}
        title={t(`importFile.title.${what}`)}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p>{t(`importFile.columns.${what}`)}</p>
        <p className="organization-quiet">{t('importFile.whole')}</p>
        <FileDrop<Count>
          label={t('importFile.file')}
          accept=".csv"
          maxMb={20}
          url={`/api/v1/organization-imports/${what}`}
          onDone={done}
        />
      </Modal>
    </>
  );
}
