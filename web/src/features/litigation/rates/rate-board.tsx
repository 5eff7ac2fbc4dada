import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageState } from '../../../components/page-state.js';
import { rateQuery, type Board, type RateFilter } from '../litigation-queries.js';
import { RateLists } from './rate-lists.js';

const COLUMNS = ['place', 'department', 'fraction', 'percent'] as const;

/** Departments by rate; a press shows the cases a department's figure is made of. */
export function RateBoard({ filter, items }: { filter: RateFilter; items: Board['items'] }): ReactNode {
  const { t } = useTranslation('litigation');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="panel">
      <h2>{t('rate.board')}</h2>
      <table className="court-table rate-board">
        <caption className="hidden-text">{t('rate.board')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {t(`rate.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ department, departmentName, place, numerator, denominator, percent, label }) => (
            <Fragment key={department}>
              <tr>
                <td>{place ?? '–'}</td>
                <th scope="row">
                  <Button
                    type="link"
                    className="rate-name"
                    aria-expanded={open === department}
                    onClick={() => setOpen(open === department ? null : department)}
                  >
                    {departmentName}
                  </Button>
                </th>
                <td>
                  {numerator}/{denominator}
                </td>
                <td>{percent === null ? label : label.split('，')[1]}</td>
              </tr>
              {open === department && (
                <tr>
                  <td colSpan={COLUMNS.length}>
                    <Lists filter={filter} department={department} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Lists({ filter, department }: { filter: RateFilter; department: string }): ReactNode {
  const read = useQuery(rateQuery(filter, department));
  if (read.isPending) return <PageState kind="loading" />;
  if (read.isError) return <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />;
  return <RateLists rate={read.data} isOpen />;
}
