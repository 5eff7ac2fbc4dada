import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Select, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRole } from '../../api/session.js';
import { DayText } from '../../components/day-text.js';
import { Light } from '../../components/light.js';
import { LongList } from '../../components/long-list.js';
import { Pace } from '../../components/pace.js';
import { PageState } from '../../components/page-state.js';
import { BulletinPanel } from './bulletin-panel.js';
import { Corrections } from './corrections.js';
import { roundQuery, rowsQuery, type LightName, type Row, type Timeline } from './dispatch-queries.js';
import { Totals } from './month-result.js';
import { FrozenRegisters } from './register-panel.js';

/** A frozen month: its totals, its rows as they were, its corrections and its bulletin. */
export function FrozenMonth({ timeline, roundId }: { timeline: Timeline; roundId: string }): ReactNode {
  const { t } = useTranslation('dispatch');
  const { data: round, error, isPending, refetch } = useQuery(roundQuery(roundId));
  const seesCorrections = ['CLERK', 'DIRECTOR', 'LEADER'].includes(useRole() ?? '');
  if (isPending) return <PageState kind="loading" />;
  if (error) return <PageState kind="error" error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <section className="panel keep-together">
        <h2>{t('frozen.title')}</h2>
        {round.totals && <Totals totals={round.totals} />}
        {round.snapshotSha256 !== null && (
          <p className="round-quiet round-hash">{t('frozen.hash', { sha256: round.snapshotSha256 })}</p>
        )}
      </section>
      <BulletinPanel round={round} ledger={timeline.ledgerId} />
      {seesCorrections && <Corrections roundId={roundId} />}
      <FrozenRegisters roundId={roundId} />
      <Rows roundId={roundId} />
    </>
  );
}

function Rows({ roundId }: { roundId: string }): ReactNode {
  const { t } = useTranslation('dispatch');
  const { t: lights } = useTranslation('components');
  const [light, setLight] = useState<LightName | null>('RED');
  const read = useInfiniteQuery(rowsQuery(roundId, light));
  const rows = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="panel">
      <h2>
        {t('rows.title')}
        <Select<LightName | ''>
          className="no-print"
          aria-label={t('rows.light')}
          value={light ?? ''}
          onChange={(value) => setLight(value === '' ? null : value)}
          options={[
            { value: '', label: t('rows.all') },
            ...(['RED', 'YELLOW', 'GREEN', 'DONE', 'GREY'] as const).map((value) => ({
              value,
              label: lights(`light.${value}`),
            })),
          ]}
        />
      </h2>
      <LongList read={read} isEmpty={rows.length === 0} none={t('rows.none')}>
        <ul className="round-rows">
          {rows.map((row) => (
            <RowLine key={`${row.taskId} ${row.role} ${row.departmentCode}`} row={row} />
          ))}
        </ul>
      </LongList>
    </section>
  );
}

function RowLine({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation('dispatch');
  return (
    <li>
      <Light value={row.light} why={row.explanation} />
      <Link to={`/tasks/${row.taskId}`}>
        {row.number}. {row.title}
      </Link>
      <span>
        {row.departmentName} <span className="round-quiet">{t(`role.${row.role}`)}</span>
      </span>
      <DayText day={row.dueOn} none={t('noDue')} />
      <Pace value={row.pace} />
      {row.verifiedProgress !== null && <span>{t('verified', { percent: row.verifiedProgress })}</span>}
      {row.redMonths > 1 && <Tag color="red">{t('redMonths', { count: row.redMonths })}</Tag>}
      {row.beforeMeeting === 1 && <Tag color="orange">{t('beforeMeeting')}</Tag>}
      <p className="round-quiet">{row.explanation}</p>
    </li>
  );
}
