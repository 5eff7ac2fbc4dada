import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Rate } from '../litigation-queries.js';

type Listed = { caseId: string; case: string; level: string; departmentName: string; reason: string } & {
  days?: readonly string[];
  needsReview?: boolean;
};

/** The cases a rate is made of: those in the numerator, the rest of the denominator, and those left out, each with its reason. */
export function RateLists({ rate, isOpen }: { rate: Rate; isOpen: boolean }): ReactNode {
  const { t } = useTranslation('litigation');
  const done = rate.counted.filter(({ fulfilled }) => fulfilled);
  const undone = rate.counted.filter(({ fulfilled }) => !fulfilled);
  return (
    <div className="rate-lists">
      <List title={t('rate.fulfilled', { count: done.length })} items={done} isOpen={isOpen} />
      <List title={t('rate.unfulfilled', { count: undone.length })} items={undone} isOpen={isOpen} />
      <List
        title={t('rate.excluded', { count: rate.excluded.length })}
        items={rate.excluded}
        isOpen={false}
      />
    </div>
  );
}

function List({
  title,
  items,
  isOpen,
}: {
  title: string;
  items: readonly Listed[];
  isOpen: boolean;
}): ReactNode {
  const { t } = useTranslation('litigation');
  return (
    <details open={isOpen && items.length > 0}>
      <summary>{title}</summary>
      <ul className="court-rows">
        {items.map((one) => (
          <li key={`${one.case} ${one.departmentName} ${one.reason} ${one.days?.join(' ')}`}>
            <Link to={`/court-cases/${one.caseId}`}>{one.case}</Link>
            <span>{one.level}</span>
            <span>{one.departmentName}</span>
            {one.days && one.days.length > 0 && <span>{t('rate.heard', { days: one.days.join('、') })}</span>}
            {one.needsReview === true && <Tag color="orange">{t('needsReview')}</Tag>}
            <p className="court-quiet">{one.reason}</p>
          </li>
        ))}
      </ul>
      {items.length === 0 && <p className="court-quiet">{t('rate.nothing')}</p>}
    </details>
  );
}
