import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/session.js';
import { CopyText } from '../../../components/copy-text.js';
import { DayText } from '../../../components/day-text.js';
import { Light, type LightValue } from '../../../components/light.js';
import { PageState } from '../../../components/page-state.js';
import { Nothing, Panel } from '../panel.js';
import type { TaskView } from '../task-types.js';
import { BreakDownDialog } from './break-down-dialog.js';
import { RollUpTable } from './roll-up-table.js';
import { rollUpQuery, type Handed, type RollUp } from './roll-up-queries.js';

/** 下级进展 of a task, and what it came from; where there is one jurisdiction only there is neither. */
export function RollUpPanel({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const { jurisdiction } = useSession();
  const read = useQuery({ ...rollUpQuery(page.task.id), enabled: jurisdiction !== null });
  if (jurisdiction === null) return null;
  const { data } = read;
  if (!data) {
    return (
      <Panel id="rollUp" title={t('rollUp.title')}>
        {read.isError ? (
          <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />
        ) : (
          <PageState kind="loading" />
        )}
      </Panel>
    );
  }
  const concerns = data.lines.length > 0 || data.candidates.length > 0;
  return (
    <>
      {data.origin && <Origin from={data.origin} />}
      {concerns && <Below page={page} data={data} />}
    </>
  );
}

/** What the office above handed down: its words and its deadline, which bind. */
function Origin({ from }: { from: Handed }): ReactNode {
  const { t } = useTranslation('tasks');
  return (
    <Panel id="origin" title={t('rollUp.origin')}>
      <p>
        {t('rollUp.from', { office: from.office, ledger: from.ledgerTitle, number: from.number })}
        {from.document && t('number', { number: from.document })}
      </p>
      <p className="task-note">
        {t('rollUp.superiorDue')}
        {from.dueOn === null ? from.deadlineRaw : <DayText day={from.dueOn} />}
      </p>
      {from.note && <p className="task-note">{t('rollUp.note', { text: from.note })}</p>}
      {from.releasedOn !== null && (
        <p className="form-fault">{t('rollUp.released', { day: from.releasedOn, reason: from.reason })}</p>
      )}
    </Panel>
  );
}

function Below({ page, data }: { page: TaskView; data: RollUp }): ReactNode {
  const { t } = useTranslation('tasks');
  const { lines, totals, candidates, statement } = data;
  return (
    <Panel
      id="rollUp"
      title={t('rollUp.title')}
      note={lines.length > 0 ? t('rollUp.count', { ...totals }) : undefined}
    >
      {lines.length === 0 && <Nothing>{t('rollUp.none')}</Nothing>}
      {lines.length > 0 && <Tally totals={totals} />}
      {lines.length > 0 && <RollUpTable lines={lines} />}
      {statement !== '' && (
        <p className="task-note">
          {statement} <CopyText text={statement} label={t('rollUp.copy')} />
        </p>
      )}
      {candidates.length > 0 && <BreakDownDialog page={page} candidates={candidates} />}
    </Panel>
  );
}

const LIGHTS: readonly [LightValue, 'green' | 'yellow' | 'red' | 'done' | 'grey'][] = [
  ['RED', 'red'],
  ['YELLOW', 'yellow'],
  ['GREEN', 'green'],
  ['DONE', 'done'],
  ['GREY', 'grey'],
];

/** Today's lights of the districts in numbers, each with its shape. */
function Tally({ totals }: { totals: RollUp['totals'] }): ReactNode {
  const { t } = useTranslation('tasks');
  return (
    <p className="roll-up-tally">
      {LIGHTS.filter(([, key]) => totals[key] > 0).map(([value, key]) => (
        <Light key={value} value={value} word={t(`rollUp.light.${key}`, { count: totals[key] })} />
      ))}
      {totals.overdue > 0 && <span>{t('rollUp.overdue', { count: totals.overdue })}</span>}
      {totals.averageProgress !== null && (
        <span>{t('rollUp.average', { percent: totals.averageProgress })}</span>
      )}
    </p>
  );
}
