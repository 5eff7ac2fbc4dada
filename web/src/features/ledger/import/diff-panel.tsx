import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LedgerImport } from './import-types.js';

type Change = LedgerImport['diff']['changed'][number]['fields'][number];

/** What taking the file over would change in the ledger. */
export function DiffPanel({ content }: { content: LedgerImport }): ReactNode {
  const { t } = useTranslation('ledger');
  const { added, changed, missing, unchanged } = content.diff;
  return (
    <section className="panel" aria-labelledby="diff-title">
      <h2 id="diff-title">{t('import.diff.title')}</h2>
      <p className="import-note">
        {t('import.diff.counts', {
          added: added.length,
          changed: changed.length,
          unchanged,
          missing: missing.length,
        })}
      </p>
      {changed.map((task) => (
        <div key={task.taskId} className="import-change">
          <Link to={`/tasks/${task.taskId}`}>
            {t('import.diff.task', { number: task.number, title: task.title })}
          </Link>
          <Changes changes={task.fields} />
          {task.refused.length > 0 && (
            <>
              <p className="is-overdue">{t('import.diff.refused')}</p>
              <Changes changes={task.refused} />
            </>
          )}
        </div>
      ))}
      {added.length > 0 && changed.length + unchanged + missing.length > 0 && (
        <details open={added.length <= 10}>
          <summary>{t('import.diff.added', { count: added.length })}</summary>
          <ul className="import-added">
            {added.map(({ row, number, title }) => (
              <li key={row}>{t('import.diff.task', { number, title })}</li>
            ))}
          </ul>
        </details>
      )}
      {missing.length > 0 && (
        <details open>
          <summary>{t('import.diff.missing', { count: missing.length })}</summary>
          <ul className="import-added">
            {missing.map(({ taskId, number, title }) => (
              <li key={taskId}>
                <Link to={`/tasks/${taskId}`}>{t('import.diff.task', { number, title })}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Changes({ changes }: { changes: readonly Change[] }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <dl>
      {changes.map(({ field, was, now }) => (
        <div key={field}>
          <dt>{t(`import.diff.field.${field}`)}</dt>
          <dd>
            <del>{was || '–'}</del> <ins>{now || '–'}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
