import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Light } from '../../components/light.js';
import type { Duty } from './litigation-queries.js';

/** Whether each duty to appear counts, whether it was fulfilled, and why, with the article. */
export function CaseDuties({ duties }: { duties: readonly Duty[] }): ReactNode {
  const { t } = useTranslation('litigation');
  return (
    <section className="panel">
      <h2>{t('duties.title')}</h2>
      {duties.length === 0 && <p className="court-quiet">{t('duties.none')}</p>}
      <ul className="court-rows">
        {duties.map((duty) => (
          <li key={`${duty.case} ${duty.department} ${duty.reason}`}>
            <DutyLight duty={duty} />
            <strong>{duty.departmentName}</strong>
            <span>
              {duty.level} {duty.case}
            </span>
            {duty.needsReview && <Tag color="orange">{t('needsReview')}</Tag>}
            <p className="court-quiet">{duty.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DutyLight({ duty: { counts, fulfilled } }: { duty: Duty }): ReactNode {
  const { t } = useTranslation('litigation');
  if (!counts) return <Tag>{t('duties.excluded')}</Tag>;
  return (
    <span className="court-duty">
      <Light
        value={fulfilled === true ? 'GREEN' : 'RED'}
        word={t(fulfilled === true ? 'duties.fulfilled' : 'duties.unfulfilled')}
      />
    </span>
  );
}
