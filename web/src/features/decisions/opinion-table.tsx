import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opinion } from './opinion-queries.js';

/** The lines of the adoption table; on a narrow screen each becomes a card with its headings. */
export function OpinionTable({
  opinions,
  onEdit,
}: {
  opinions: readonly Opinion[];
  /** Null where the reader does not keep the table. */
  onEdit: ((opinion: Opinion) => void) | null;
}): ReactNode {
  const { t } = useTranslation('decisions');
  return (
    <table className="opinions">
      <thead>
        <tr>
          <th scope="col">{t('opinions.ordinal')}</th>
          <th scope="col">{t('opinions.source')}</th>
          <th scope="col">{t('opinions.opinion')}</th>
          <th scope="col">{t('opinions.people')}</th>
          <th scope="col">{t('opinions.adoption')}</th>
          <th scope="col">{t('opinions.reason')}</th>
          {onEdit && (
            <th scope="col" className="no-print">
              {t('opinions.deeds')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {opinions.map((each) => (
          <tr key={each.id}>
            <td data-label={t('opinions.ordinal')}>{each.ordinal}</td>
            <td data-label={t('opinions.source')}>{each.source || '—'}</td>
            <td data-label={t('opinions.opinion')}>{each.opinion}</td>
            <td data-label={t('opinions.people')}>{each.people}</td>
            <td data-label={t('opinions.adoption')}>{each.adoptionLabel}</td>
            <td data-label={t('opinions.reason')}>{each.reason || '—'}</td>
            {onEdit && (
              <td className="no-print">
                <Button
                  size="small"
                  aria-label={t('opinions.editOf', { ordinal: each.ordinal })}
                  onClick={() => onEdit(each)}
                >
                  {t('opinions.edit')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
