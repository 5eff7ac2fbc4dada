import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field.js';
import { FormFault } from '../../../components/form-fault.js';
import { useDepartments } from '../../../components/use-departments.js';
import { CHOICES } from '../deeds/form-spec.js';
import { TOUCHED } from '../litigation-queries.js';
import { BatchFindings } from './batch-findings.js';
import { readCases, type CaseWords } from './read-cases.js';
import { registerAll, type Outcome } from './register-all.js';

type Register = Parameters<typeof readCases>[1];

/** 批量登记: rows out of the court's or a bureau's workbook are read and checked at once, then registered one by one. */
export function BatchDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('litigation');
  const client = useQueryClient();
  const departments = useDepartments();
  const [register, setRegister] = useState<Register>('ADMINISTRATIVE');
  const [pasted, setPasted] = useState('');
  const [progress, setProgress] = useState<number | null>(null);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const list = readCases(pasted, register, { departments: departments.data ?? [], ...useCaseWords() });
  const isReady = departments.isSuccess && list.cases.length > 0 && list.faults.length === 0;
  const submit = async (): Promise<void> => {
    setProgress(0);
    const told = await registerAll(list.cases, setProgress);
    const refused = told.filter(({ refusal }) => refusal !== null);
    setOutcomes(told);
    // Rows that were refused stay, so that they can be mended; the others are done.
    setPasted(
      refused.length === 0
        ? ''
        : [list.heading, ...refused.map(({ text }) => text)].filter(Boolean).join('\n'),
    );
    setProgress(null);
    await Promise.all(TOUCHED.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  return (
    <Modal
      open
      width={760}
      title={t('batch.title')}
      okText={t('batch.submit', { count: list.cases.length })}
      cancelText={t('batch.close')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={progress !== null}
      onOk={() => void submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <FormFault error={departments.error} />
      <Radio.Group
        className="court-registers"
        aria-label={t('field.register')}
        value={register}
        onChange={(event) => setRegister(event.target.value as Register)}
        options={CHOICES.register.map((value) => ({ value, label: t(`choice.register.${value}`) }))}
      />
      <Field label={t('batch.paste')} hint={t('batch.pasteHint')}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={8}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        )}
      </Field>
      {progress !== null && (
        <output>{t('batch.progress', { done: progress, all: list.cases.length })}</output>
      )}
      {pasted.trim() !== '' && progress === null && (
        <BatchFindings list={list} departments={departments.data ?? []} />
      )}
      <Outcomes outcomes={outcomes} />
    </Modal>
  );
}

function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }): ReactNode {
  const { t } = useTranslation('litigation');
  if (outcomes.length === 0) return null;
  const refused = outcomes.filter(({ refusal }) => refusal !== null);
  return (
    <>
      <output>{t('batch.done', { done: outcomes.length - refused.length, refused: refused.length })}</output>
      <ul className="court-faults">
        {refused.map(({ row, number, refusal }) => (
          <li key={row}>
            {number} {refusal === '' ? t('batch.unknown') : refusal}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The words of headings and levels in the language of the page. */
function useCaseWords(): Omit<CaseWords, 'departments'> {
  const { t } = useTranslation('litigation');
  return {
    headings: {
      number: t('batch.heading.number'),
      court: t('batch.heading.court'),
      filedOn: t('batch.heading.filedOn'),
      plaintiff: t('batch.heading.plaintiff'),
      cause: t('batch.heading.cause'),
      parties: t('batch.heading.parties'),
      actSued: t('batch.heading.actSued'),
      level: t('batch.heading.level'),
    },
    levels: {
      FIRST: t('batch.levels.FIRST'),
      SECOND: t('batch.levels.SECOND'),
      RETRIAL: t('batch.levels.RETRIAL'),
    },
  };
}
