import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InstantText } from '../../components/day-text.js';
import { Light, type LightValue } from '../../components/light.js';
import { PageState } from '../../components/page-state.js';
import { QueueTable } from './queue-table.js';
import { robotsQuery, type Robot } from './queue-queries.js';

/** 群机器人: who has something to send, and how far the minute is used up. */
export function RobotList(): ReactNode {
  const { t } = useTranslation('queue');
  const read = useQuery(robotsQuery);
  const rows = read.data?.items ?? [];
  return (
    <>
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {read.isSuccess && rows.length === 0 && <PageState kind="empty" title={t('none.robots')} />}
      <QueueTable<Robot>
        label={t('lists.robots')}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { title: t('columns.standing'), cell: (robot) => <Standing robot={robot} /> },
          { title: t('columns.to'), cell: (robot) => <strong>{robot.departmentName}</strong> },
          { title: t('columns.channel'), cell: (robot) => robot.kindLabel },
          { title: t('columns.waiting'), cell: (robot) => robot.waiting },
          {
            title: t('columns.minute'),
            cell: ({ sentInMinute, mostInMinute }) => `${sentInMinute} / ${mostInMinute}`,
          },
        ]}
      />
    </>
  );
}

function Standing({ robot }: { robot: Robot }): ReactNode {
  const { t } = useTranslation('queue');
  if (robot.state === 'OFF') return <Light value="RED" word={t('robot.off')} />;
  if (robot.heldUntil !== null) {
    return (
      <>
        <Light value="YELLOW" word={t('robot.held')} /> <InstantText at={robot.heldUntil} />
      </>
    );
  }
  const isFull = robot.sentInMinute >= robot.mostInMinute;
  const value: LightValue = isFull ? 'YELLOW' : 'GREEN';
  return <Light value={value} word={t(isFull ? 'robot.full' : 'robot.free')} />;
}
