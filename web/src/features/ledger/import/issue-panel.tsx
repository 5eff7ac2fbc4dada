import { App, Button, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, take } from '../../../api/client.js';
import { ifMatch, once } from '../../../api/headers.js';
import type { components } from '../../../api/schema.js';
import { useDeed } from '../../../api/use-deed.js';
import { DayPicker } from '../../../components/day-picker.js';
import { Field } from '../../../components/field.js';
import { FormFault } from '../../../components/form-fault.js';
import { PageState } from '../../../components/page-state.js';
import { fieldFaults } from '../../../components/task-deeds/field-faults.js';

type Ledger = components['schemas']['LedgerResponse'];

/** The last step: the ledger is issued, and every registered task is assigned. */
export function IssuePanel({ ledgerId }: { ledgerId: string }): ReactNode {
  const { t } = useTranslation('ledger');
  const read = useQuery({
    queryKey: ['ledger', ledgerId],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/ledgers/{id}', { params: { path: { id: ledgerId } }, signal })),
  });
  if (!read.data)
    return read.isPending ? <PageState kind="loading" /> : <PageState kind="error" error={read.error} />;
  const ledger = read.data;
  const { REGISTERED: registered = 0, DRAFT: draft = 0, ASSIGNED: assigned = 0 } = ledger.tasks ?? {};
  const waiting = registered + draft;
  return (
    <section className="panel import-issue" aria-labelledby="issue-title">
      <h2 id="issue-title">{t('import.issue.title', { ledger: ledger.title })}</h2>
      <p>{t('import.issue.counts', { registered, draft, assigned })}</p>
      {waiting > 0 ? <IssueForm key={ledger.version} ledger={ledger} /> : <p>{t('import.issue.done')}</p>}
      <p>
        <Link to={`/ledger?ledger=${encodeURIComponent(ledger.code)}`}>{t('import.issue.look')}</Link>
        {draft > 0 && (
          <>
            {t('import.issue.or')}
            <Link to={`/ledger?ledger=${encodeURIComponent(ledger.code)}&state=DRAFT`}>
              {t('import.issue.drafts')}
            </Link>
          </>
        )}
      </p>
    </section>
  );
}

/** Day and number of the document, and why drafts stay behind where there are some. */
function IssueForm({ ledger }: { ledger: Ledger }): ReactNode {
  const { t } = useTranslation('ledger');
  const { message } = App.useApp();
  const drafts = ledger.tasks?.DRAFT ?? 0;
  const [issuedOn, setIssuedOn] = useState(ledger.issuedOn);
  const [texts, setTexts] = useState({
    sourceDocument: ledger.sourceDocument,
    sourceNumber: ledger.sourceNumber,
    leaveOutReason: '',
  });
  const issue = useDeed(
    (_: undefined, key) => {
      const given = Object.entries({ issuedOn, ...texts }).filter(([, text]) => text);
      return take(
        api.POST('/api/v1/ledgers/{id}/issue', {
          params: { path: { id: ledger.id } },
          body: Object.fromEntries(given),
          headers: { ...ifMatch(ledger.version), ...once(key) },
        }),
      );
    },
    {
      touches: [['ledger'], ['ledgers'], ['task-board'], ['task'], ['workbench']],
      onDone: () => void message.success(t('import.issue.issued')),
    },
  );
  const faults = fieldFaults(issue.error);
  const write = (name: keyof typeof texts) => (event: { target: { value: string } }) =>
    setTexts({ ...texts, [name]: event.target.value });
  // Not a form: Enter after a date must not issue a ledger.
  return (
    <div>
      <FormFault error={issue.error} />
      <div className="import-fields">
        <Field label={t('import.issuedOn')} fault={faults['issuedOn'] ?? null}>
          {({ id }) => <DayPicker id={id} value={issuedOn} onChange={setIssuedOn} />}
        </Field>
        <Field label={t('import.issue.sourceNumber')} fault={faults['sourceNumber'] ?? null}>
          {(ties) => (
            <Input {...ties} maxLength={100} value={texts.sourceNumber} onChange={write('sourceNumber')} />
          )}
        </Field>
      </div>
      <Field label={t('import.issue.sourceDocument')} fault={faults['sourceDocument'] ?? null}>
        {(ties) => (
          <Input {...ties} maxLength={200} value={texts.sourceDocument} onChange={write('sourceDocument')} />
        )}
      </Field>
      {drafts > 0 && (
        <Field
          label={t('import.issue.leaveOutReason', { count: drafts })}
          hint={t('import.issue.leaveOutHint')}
          fault={faults['leaveOutReason'] ?? null}
        >
          {(ties) => (
            <Input
              {...ties}
              maxLength={500}
              value={texts.leaveOutReason}
              onChange={write('leaveOutReason')}
            />
          )}
        </Field>
      )}
      <Button type="primary" size="large" loading={issue.isPending} onClick={() => issue.mutate(undefined)}>
        {t('import.issue.submit', { count: ledger.tasks?.REGISTERED ?? 0 })}
      </Button>
    </div>
  );
}
