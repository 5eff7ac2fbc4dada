import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { uploadFile } from '../../../api/upload-file.js';
import { FormFault } from '../../../components/form-fault.js';
import { CellProblems } from '../list/cell-problems.js';
import { ListFile } from '../list/list-file.js';

type CourtFile = components['schemas']['CourtFileResponse'];

/** 录入法院名单: the court's file of a quarter is kept and compared when every cell is understood; else nothing is kept. */
export function CourtListDialog({
  year,
  quarter,
  onClose,
}: {
  year: number;
  quarter: number;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('litigation');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation({
    mutationFn: (list: File) =>
      uploadFile<CourtFile>(list, {
        method: 'PUT',
        url: `/api/v1/court-appearance/court-figures/file?year=${year}&quarter=${quarter}`,
      }),
    onSuccess: async ({ reconciliation }) => {
      if (reconciliation === null) return;
      await client.invalidateQueries({ queryKey: ['court-appearance'] });
      void message.success(t('court.done', { count: reconciliation.courtLines }));
      onClose();
    },
  });
  const problems = send.data?.problems ?? [];
  return (
    <Modal
      open
      width={680}
      title={t('court.enterTitle', { year, quarter })}
      okText={t('court.submit')}
      okButtonProps={{ disabled: file === null || problems.length > 0 }}
      confirmLoading={send.isPending}
      onOk={() => file && send.mutate(file)}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <ListFile
        file={file}
        hint={t('court.hint')}
        disabled={send.isPending}
        onPick={(list) => {
          setFile(list);
          send.reset();
        }}
      />
      <FormFault error={send.error} />
      {problems.length > 0 && (
        <>
          <output className="court-told">{t('court.mend', { count: problems.length })}</output>
          <CellProblems problems={problems} />
        </>
      )}
    </Modal>
  );
}
