import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerImport, RowStatus } from './import-types.js';
import { ImportRowLine } from './import-row-line.js';

const CHOICES = ['all', 'marked', 'needsReview', 'rejected', 'ready', 'skipped'] as const;
type Choice = (typeof CHOICES)[number];

/** The rows as they were read; what is doubtful is marked in its cell and set right there. */
export function RowsPanel({ content }: { content: LedgerImport }): ReactNode {
  const { t } = useTranslation('ledger');
  const { summary, rows, skipped } = content;
  const marked = rows.filter(({ problems }) => problems.length > 0).length;
  const [choice, setChoice] = useState<Choice>(marked > 0 ? 'marked' : 'all');
  const counts: Record<Choice, number> = { all: rows.length, marked, ...summary };
  const shown = rows.filter(
    ({ status, problems }) =>
      choice === 'all' || (choice === 'marked' ? problems.length > 0 : status === (choice as RowStatus)),
  );
  return (
    <section className="panel" aria-labelledby="rows-title">
      <h2 id="rows-title">{t('import.rows.heading')}</h2>
      <Segmented
        aria-label={t('import.rows.filter')}
        value={choice}
        onChange={setChoice}
        options={CHOICES.map((value) => ({
          value,
          label: t('filter.counted', { label: t(`import.rows.${value}`), count: counts[value] }),
        }))}
      />
      {shown.length === 0 && <p className="import-note">{t('import.rows.none')}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, and keys must reach that too */}
      <section className="import-table" aria-labelledby="rows-title" tabIndex={0}>
        <table className="board">
          <thead>
            <tr>
              {[
                'place',
                'number',
                'indicators',
                'title',
                'lead',
                'support',
                'deadline',
                'target',
                'status',
              ].map((name) => (
                <th key={name} scope="col">
                  {t(`import.rows.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          {shown.map((row) => (
            <ImportRowLine key={row.row} content={content} row={row} />
          ))}
        </table>
      </section>
      {skipped.length > 0 && (
        <details className="import-skipped">
          <summary>{t('import.rows.unread', { count: skipped.length })}</summary>
          <ul>
            {skipped.map(({ place, reason, text }) => (
              <li key={`${place.sheet} ${place.row}`}>
                {t('import.rows.skippedRow', {
                  sheet: place.sheet,
                  row: place.row,
                  reason: t(`import.skip.${reason}`),
                })}
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
