import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem.js';
import { useRole } from '../../../api/session.js';
import { DayText } from '../../../components/day-text.js';
import { PageState } from '../../../components/page-state.js';
import { useDepartments } from '../../../components/use-departments.js';
import { reconciliationQuery, type Reconciliation } from '../litigation-queries.js';
import { isOffice } from '../roles.js';
import { CourtListButton } from './court-list-button.js';

/** 与法院核对: the court's list of a quarter against the register, case by case. */
export function Reconcile({ year, quarter }: { year: number; quarter: number | undefined }): ReactNode {
  const { t } = useTranslation('litigation');
  const isOfOffice = isOffice(useRole());
  return (
    <section className="panel">
      <h2>
        {t('court.title')}
        {isOfOffice && quarter !== undefined && <CourtListButton year={year} quarter={quarter} />}
      </h2>
      {quarter === undefined ? (
        <p className="court-quiet">{t('court.chooseQuarter')}</p>
      ) : (
        <Compared year={year} quarter={quarter} />
      )}
    </section>
  );
}

function Compared({ year, quarter }: { year: number; quarter: number }): ReactNode {
  const { t } = useTranslation('litigation');
  const read = useQuery(reconciliationQuery(year, quarter));
  if (read.isPending) return <PageState kind="loading" />;
  if (read.error instanceof Problem && read.error.code === 'COURT_FIGURES_MISSING')
    return <p className="court-quiet">{t('court.missing', { year, quarter })}</p>;
  if (read.isError) return <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />;
  const { enteredOn, courtLines, courtAppeared, label, differences } = read.data;
  return (
    <>
      <p>
        {t('court.figures', { lines: courtLines, appeared: courtAppeared, label })}{' '}
        <span className="court-quiet">
          {t('court.entered')} <DayText day={enteredOn} />
        </span>
      </p>
      {differences.length === 0 ? <p>✓ {t('court.same')}</p> : <Differences differences={differences} />}
    </>
  );
}

function Differences({ differences }: Pick<Reconciliation, 'differences'>): ReactNode {
  const { t } = useTranslation('litigation');
  const names = useDepartments().data ?? [];
  const nameOf = (code: string): string => names.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      <h3>{t('court.differences', { count: differences.length })}</h3>
      <ul className="court-rows">
        {differences.map((one) => (
          <li key={`${one.kind} ${one.case} ${one.department} ${one.explanation}`}>
            <Tag color="orange">{t(`court.kind.${one.kind}`)}</Tag>
            <strong>{one.case}</strong>
            {one.department !== null && <span>{nameOf(one.department)}</span>}
            <p className="court-quiet">{one.explanation}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
