import type { TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, take } from '../../../api/client.js';
import { ifMatch, once } from '../../../api/headers.js';
import { useRole } from '../../../api/session.js';
import { useDeed } from '../../../api/use-deed.js';
import { ConfirmDeed } from '../../../components/confirm-deed.js';
import { MonthText } from '../../../components/day-text.js';
import { WideTable } from '../../../components/wide-table.js';
import { ExplainedLight } from '../explained-light.js';
import { TOUCHED, type Handed, type RollUpLine } from './roll-up-queries.js';

const OFFICE: ReadonlySet<string> = new Set(['CLERK', 'DIRECTOR']);

/** The districts of a task, one line each: state, lights in shape and word, progress and the last report. */
export function RollUpTable({ lines }: { lines: readonly RollUpLine[] }): ReactNode {
  const { t } = useTranslation('tasks');
  const isOffice = OFFICE.has(useRole() ?? '');
  const columns: TableProps<RollUpLine>['columns'] = [
    { title: t('rollUp.receiver'), render: (_, { breakdown }) => <b>{breakdown.receiver.name}</b> },
    { title: t('rollUp.state'), render: (_, line) => <State line={line} /> },
    {
      title: t('rollUp.today'),
      render: (_, { today }) =>
        today && <ExplainedLight light={today.light} label={today.lightLabel} why={today.explanation} />,
    },
    {
      title: t('rollUp.frozen'),
      render: (_, { frozen }) =>
        frozen && (
          <>
            <MonthText month={frozen.month} />{' '}
            <ExplainedLight light={frozen.light} label={frozen.lightLabel} why={frozen.explanation} />
          </>
        ),
    },
    {
      title: t('rollUp.progress'),
      align: 'right',
      render: (_, { today }) => percentOf(today?.verifiedProgress ?? null),
    },
    { title: t('rollUp.report'), render: (_, { report }) => report && <ReportText report={report} /> },
    ...(isOffice
      ? [
          {
            title: t('rollUp.deed'),
            render: (_: unknown, { breakdown }: RollUpLine) =>
              breakdown.state === 'PENDING' && <Withdraw handed={breakdown} />,
          },
        ]
      : []),
  ];
  return (
    <WideTable<RollUpLine>
      label={t('rollUp.title')}
      rowKey={({ breakdown }) => breakdown.id}
      columns={columns}
      dataSource={[...lines]}
    />
  );
}

function percentOf(progress: number | null): string {
  return progress === null ? '–' : `${progress}%`;
}

function State({ line: { breakdown, task, today } }: { line: RollUpLine }): ReactNode {
  const { t } = useTranslation('tasks');
  return (
    <>
      {breakdown.stateLabel}
      {task && (
        <>
          {' '}
          <Link to={`/tasks/${task.id}`}>
            {t('rollUp.task', { ledger: task.ledgerCode, number: task.number })}
          </Link>
        </>
      )}
      {today !== null && today.overdueDays > 0 && (
        <div className="task-note">{t('standing.overdue', { count: today.overdueDays })}</div>
      )}
      {breakdown.reason && <div className="task-note roll-up-text">{breakdown.reason}</div>}
    </>
  );
}

function ReportText({ report }: { report: NonNullable<RollUpLine['report']> }): ReactNode {
  return (
    <div className="roll-up-text">
      <MonthText month={report.month} /> {report.text}
    </div>
  );
}

function Withdraw({ handed }: { handed: Handed }): ReactNode {
  const { t } = useTranslation('tasks');
  const withdraw = useDeed(
    (reason: string, key) =>
      take(
        api.POST('/api/v1/task-breakdowns/{id}/withdraw', {
          params: { path: { id: handed.id } },
          body: { reason },
          headers: { ...ifMatch(handed.version), ...once(key) },
        }),
      ),
    { touches: TOUCHED },
  );
  return (
    <ConfirmDeed
      label={t('rollUp.withdraw')}
      title={t('rollUp.withdrawTitle', { name: handed.receiver.name })}
      reason="required"
      button={{ size: 'small' }}
      onConfirm={(reason) => withdraw.mutateAsync(reason)}
    />
  );
}
