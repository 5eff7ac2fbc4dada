import { App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../../api/client.js';
import { followedAs, ifMatch, newKey, once } from '../../../api/headers.js';
import { isStale } from '../../../api/problem.js';
import { useDeed } from '../../../api/use-deed.js';
import { FormFault } from '../../../components/form-fault.js';
import { ProgressStream } from '../../../components/progress-stream.js';
import { StaleDialog } from '../../../components/stale-dialog.js';
import { importQuery, type LedgerImport } from './import-types.js';

/** Takes the rows over into the ledger, all or none. */
export function CommitPanel({ content }: { content: LedgerImport }): ReactNode {
  const { t } = useTranslation('ledger');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [progressId, setProgressId] = useState<string | null>(null);
  const { summary, diff } = content;
  const refresh = (): void => void client.invalidateQueries({ queryKey: importQuery(content.id).queryKey });
  const commit = useDeed(
    (_: undefined, key) => {
      const id = newKey();
      setProgressId(id);
      return take(
        api.POST('/api/v1/ledger-imports/{id}/commit', {
          params: { path: { id: content.id } },
          headers: { ...ifMatch(content.version), ...once(key), ...followedAs(id) },
        }),
      );
    },
    {
      touches: [['ledger-import'], ['ledger-imports'], ['ledgers'], ['ledger'], ['task-board']],
      onDone: () => void message.success(t('import.committed')),
      onRefused: () => setProgressId(null),
    },
  );
  const isNothing = diff.added.length + diff.changed.length === 0;
  return (
    <section className="panel import-commit" aria-label={t('import.step.commit')}>
      <p>
        {t('import.willCommit', { ready: summary.ready, needsReview: summary.needsReview })}
        {summary.rejected > 0 && (
          <b className="is-overdue">{t('import.rejectedLeft', { count: summary.rejected })}</b>
        )}
      </p>
      <FormFault error={isStale(commit.error) ? null : commit.error} />
      {progressId && <ProgressStream key={progressId} id={progressId} />}
      <Button
        type="primary"
        size="large"
        disabled={summary.rejected > 0 || summary.rows === 0 || isNothing}
        loading={commit.isPending}
        onClick={() => commit.mutate(undefined)}
      >
        {isNothing
          ? t('import.nothing')
          : t('import.commit', { count: diff.added.length + diff.changed.length })}
      </Button>
      <StaleDialog
        error={commit.error}
        onReload={() => {
          refresh();
          commit.reset();
        }}
        onKeep={() => {
          refresh();
          commit.reset();
        }}
      />
    </section>
  );
}
