import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Queued } from './reporting-queries.js';

/** The reports that wait, the oldest first. */
export function ReviewQueue({
  reports,
  shown,
  onChoose,
}: {
  reports: readonly Queued[];
  shown: string | undefined;
  onChoose: (place: number) => void;
}): ReactNode {
  const { t } = useTranslation('reporting');
  return (
    <ol className="review-queue">
      {reports.map((report, place) => (
        <li key={report.id}>
          <button type="button" aria-current={report.id === shown} onClick={() => onChoose(place)}>
            <strong>{report.departmentName}</strong> {report.taskNumber}. {report.taskTitle}
            <br />
            <span className="sheet-quiet">
              {t('review.submittedOn', { day: report.submittedOn })}
              {report.claimedProgress !== null && ` · ${report.claimedProgress}%`}
              {report.jump !== null && report.jump !== 0 && ` (${signed(report.jump)})`}
            </span>{' '}
            {report.isLate && <Tag color="orange">{t('form.late')}</Tag>}
            {report.timesReturned > 0 && <Tag>{t('review.again', { count: report.timesReturned })}</Tag>}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Percentage points with their sign, e.g. +20. */
export function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}
