import { App, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../../api/client.js';
import { once } from '../../../api/headers.js';
import { useDeed } from '../../../api/use-deed.js';
import { Field } from '../../../components/field.js';
import { FormFault } from '../../../components/form-fault.js';
import { useDepartments } from '../../../components/use-departments.js';
import { readCourtList, type CourtLine, type ReadList } from './court-list.js';

/** Faults that are told at once; the rest are counted. */
const TOLD = 20;

/** 录入法院名单: rows are pasted out of the court's workbook, read at once, and sent when every cell is understood. */
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
  const [pasted, setPasted] = useState('');
  const departments = useDepartments();
  const list = readCourtList(pasted, {
    departments: departments.data ?? [],
    yes: t('court.yes'),
    no: t('court.no'),
  });
  const send = useDeed(
    (lines: CourtLine[], key) =>
      take(
        api.PUT('/api/v1/court-appearance/court-figures', {
          body: { year, quarter, lines },
          headers: once(key),
        }),
      ),
    {
      touches: [['court-appearance']],
      onDone: ({ courtLines }) => {
        void message.success(t('court.done', { count: courtLines }));
        onClose();
      },
    },
  );
  return (
    <Modal
      open
      width={680}
      title={t('court.enterTitle', { year, quarter })}
      okText={t('court.submit')}
      okButtonProps={{
        disabled: list.lines.length === 0 || list.faults.length > 0 || !departments.isSuccess,
      }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate(list.lines)}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <FormFault error={send.error ?? departments.error} />
      <Field label={t('court.paste')} hint={t('court.pasteHint')}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            autoFocus
            rows={8}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        )}
      </Field>
      {pasted.trim() !== '' && <Findings list={list} />}
    </Modal>
  );
}

function Findings({ list: { lines, faults } }: { list: ReadList }): ReactNode {
  const { t } = useTranslation('litigation');
  const appeared = lines.filter((line) => line.appeared === true).length;
  return (
    <>
      <output>{t('court.read', { lines: lines.length, appeared, faults: faults.length })}</output>
      <ul className="court-faults">
        {faults.slice(0, TOLD).map(({ row, column, text }) => (
          <li key={`${row} ${column}`}>
            {t('court.fault', { row, column: t(`court.column.${column}`), text: text || t('court.blank') })}{' '}
            {t(`court.advice.${column}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
