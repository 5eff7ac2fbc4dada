import { InputNumber, Radio, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { followedAs, newKey } from '../../../api/headers.js';
import { useSession } from '../../../api/session.js';
import { Field } from '../../../components/field.js';
import { FileDrop } from '../../../components/file-drop.js';
import { Page } from '../../../components/page.js';
import { ProgressStream } from '../../../components/progress-stream.js';
import './import.css';
import { ImportSteps } from './import-steps.js';
import { importQuery, type LedgerImport } from './import-types.js';
import { WaitingImports } from './waiting-imports.js';

const DayPicker = lazy(() =>
  import('../../../components/day-picker.js').then((file) => ({ default: file.DayPicker })),
);
const KINDS = ['KEY_TASKS', 'DEMONSTRATION', 'ACTION_ITEMS'] as const;
const ACCEPTED = { LEDGER: '.xlsx,.xls,.csv', NOTICE: '.docx,.doc,.txt,.md,.pdf' } as const;

/** The first step: which ledger it is, and the file. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation('ledger');
  const navigate = useNavigate();
  const client = useQueryClient();
  const { today } = useSession();
  const [kind, setKind] = useState<'LEDGER' | 'NOTICE'>('LEDGER');
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [ledgerKind, setLedgerKind] = useState<(typeof KINDS)[number]>('KEY_TASKS');
  const [issuedOn, setIssuedOn] = useState<string | null>(null);
  const [progressId, setProgressId] = useState<string | null>(null);
  const asked = new URLSearchParams({
    kind,
    year: String(year),
    ledgerKind,
    ...(issuedOn ? { issuedOn } : {}),
  });
  const follow = (): Record<string, string> => {
    const id = newKey();
    setProgressId(id);
    return followedAs(id);
  };
  const read = (answer: LedgerImport): void => {
    void client.invalidateQueries({ queryKey: ['ledger-imports'] });
    client.setQueryData(importQuery(answer.id).queryKey, answer);
    void navigate(`/ledger/import/${answer.id}`);
  };
  return (
    <Page title={t('import.title')}>
      <ImportSteps at={0} />
      <div className="panel import-start">
        <Field label={t('import.kind')} hint={t(`import.kindHint.${kind}`)}>
          {({ id }) => (
            <Radio.Group
              id={id}
              optionType="button"
              value={kind}
              onChange={({ target }) => setKind(target.value as 'LEDGER' | 'NOTICE')}
              options={(['LEDGER', 'NOTICE'] as const).map((value) => ({
                value,
                label: t(`import.kinds.${value}`),
              }))}
            />
          )}
        </Field>
        <div className="import-fields">
          <Field label={t('import.year')}>
            {(ties) => (
              <InputNumber
                {...ties}
                min={2000}
                max={2100}
                precision={0}
                value={year}
                onChange={(next) => setYear(next ?? year)}
              />
            )}
          </Field>
          <Field label={t('import.ledgerKind')}>
            {({ id }) => (
              <Select
                id={id}
                value={ledgerKind}
                onChange={setLedgerKind}
                popupMatchSelectWidth={false}
                options={KINDS.map((value) => ({ value, label: t(`import.ledgerKinds.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t('import.issuedOn')} hint={t('import.issuedOnHint')}>
            {({ id }) => (
              <Suspense fallback={null}>
                <DayPicker id={id} value={issuedOn} onChange={setIssuedOn} />
              </Suspense>
            )}
          </Field>
        </div>
        <FileDrop<LedgerImport>
          label={t('import.file')}
          hint={t('import.fileHint')}
          accept={ACCEPTED[kind]}
          url={`/api/v1/ledger-imports?${asked.toString()}`}
          headersOf={follow}
          onDone={read}
        />
        {progressId && <ProgressStream key={progressId} id={progressId} />}
      </div>
      <WaitingImports />
    </Page>
  );
}
