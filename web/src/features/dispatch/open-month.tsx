import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { followedAs, newKey } from '../../api/headers.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { PageState } from '../../components/page-state.js';
import { ProgressStream } from '../../components/progress-stream.js';
import { planQuery, previewQuery, TOUCHED } from './dispatch-queries.js';
import { FreezePlan } from './freeze-plan.js';
import { MonthResult } from './month-result.js';
import { PreviewedRegisters } from './register-panel.js';

/** A month that is still open: what a freeze would find and tell today, and the freeze itself. */
export function OpenMonth({ ledger, month }: { ledger: string; month: string }): ReactNode {
  const { t } = useTranslation('dispatch');
  const preview = useQuery(previewQuery(ledger, month));
  const plan = useQuery(planQuery(ledger, month));
  return (
    <>
      <section className="panel">
        <h2>
          {t('preview.title', { day: preview.data?.asOf ?? '' })}
          <span className="no-print">
            <Freeze ledger={ledger} month={month} />
          </span>
        </h2>
        <p className="round-quiet">{t('preview.lead')}</p>
        {preview.isPending && <PageState kind="loading" />}
        {preview.isError && (
          <PageState kind="error" error={preview.error} onRetry={() => void preview.refetch()} />
        )}
        {preview.data && <MonthResult result={preview.data} />}
      </section>
      <PreviewedRegisters ledger={ledger} month={month} />
      {plan.isError && <PageState kind="error" error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.data && <FreezePlan plan={plan.data} />}
    </>
  );
}

/** Freezes the month, with a bar while it lasts. */
function Freeze({ ledger, month }: { ledger: string; month: string }): ReactNode {
  const { t } = useTranslation('dispatch');
  const { message } = App.useApp();
  const [progress, setProgress] = useState<string | null>(null);
  const freeze = useDeed(
    (id: string) =>
      take(api.POST('/api/v1/rounds/freeze', { body: { ledger, month }, headers: followedAs(id) })),
    {
      touches: TOUCHED,
      onDone: (result) =>
        void message.success(
          t('freeze.done', {
            tasks: result.tasks,
            reminders: result.reminders.created,
            flags: result.flags.raised,
          }),
        ),
    },
  );
  return (
    <ConfirmDeed
      label={t('freeze.label')}
      title={t('freeze.title', { month })}
      button={{ type: 'primary' }}
      onConfirm={async () => {
        const id = newKey();
        setProgress(id);
        await freeze.mutateAsync(id).finally(() => setProgress(null));
      }}
    >
      <p>{t('freeze.text')}</p>
      {progress !== null && <ProgressStream id={progress} />}
    </ConfirmDeed>
  );
}
