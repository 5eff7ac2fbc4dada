import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { uploadFile } from '../../../api/upload-file.js';
import { FormFault } from '../../../components/form-fault.js';
import { TOUCHED } from '../litigation-queries.js';
import { ImportRows } from './import-rows.js';
import { ListFile } from './list-file.js';

type CaseImport = components['schemas']['CaseImportResponse'];

/** 导入名单: a list of cases is checked row by row, and the same file is committed when nothing in it is wrong. */
export function ImportDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('litigation');
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<CaseImport | null>(null);
  const send = useMutation({
    mutationFn: ({ list, dryRun }: { list: File; dryRun: boolean }) =>
      uploadFile<CaseImport>(list, { url: `/api/v1/court-cases/import?dryRun=${dryRun}` }),
    onSuccess: async (told) => {
      setAnswer(told);
      if (told.committed)
        await Promise.all(TOUCHED.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  const check = (list: File): void => {
    setFile(list);
    setAnswer(null);
    send.mutate({ list, dryRun: true });
  };
  const entering = answer === null ? 0 : answer.summary.created + answer.summary.updated;
  const isReady = answer?.summary.rejected === 0 && entering > 0;
  return (
    <Modal
      open
      width={760}
      title={t('import.title')}
      okText={isReady ? t('import.commit', { count: entering }) : t('import.enter')}
      cancelText={t('import.close')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={send.isPending}
      onOk={() => file && send.mutate({ list: file, dryRun: false })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={(_, { OkBtn, CancelBtn }) => (
        <>
          <CancelBtn />
          {answer?.committed !== true && <OkBtn />}
        </>
      )}
    >
      <ListFile file={file} hint={t('import.hint')} disabled={send.isPending} onPick={check} />
      <FormFault error={send.error} />
      {file !== null && send.isError && answer === null && (
        <Button onClick={() => check(file)}>{t('import.again')}</Button>
      )}
      {send.isPending && <output>{t('import.working')}</output>}
      {answer !== null && !send.isPending && <Told answer={answer} />}
    </Modal>
  );
}

function Told({ answer: { summary, committed, rows } }: { answer: CaseImport }): ReactNode {
  const { t } = useTranslation('litigation');
  const { rejected, created, updated } = summary;
  const next = rejected > 0 ? 'mend' : created + updated === 0 ? 'nothing' : 'ready';
  return (
    <>
      <output className="court-told">
        {t('import.checked', { ...summary })} <strong>{t(`import.next.${committed ? 'done' : next}`)}</strong>
      </output>
      <ImportRows rows={rows} />
    </>
  );
}
