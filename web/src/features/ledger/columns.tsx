import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { DayText } from '../../components/day-text.js';
import { Light, type LightValue } from '../../components/light.js';
import { Pace, type PaceValue } from '../../components/pace.js';
import type { BoardItem } from './board-types.js';

/** Columns one may choose, as the service calls them, in the order they stand; number and title always show. */
export const COLUMNS = [
  'light',
  'indicator',
  'measures',
  'lead',
  'supports',
  'dueOn',
  'target',
  'cadence',
  'state',
  'verifiedProgress',
  'pace',
  'reportState',
  'explanation',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** What shows until one chooses. */
export const USUAL_COLUMNS: readonly ColumnName[] = [
  'light',
  'lead',
  'supports',
  'dueOn',
  'state',
  'verifiedProgress',
  'reportState',
];

/** Columns the service can sort by, and its word for it. */
export const SORTED_BY: Readonly<
  Partial<Record<ColumnName | 'number', 'number' | 'due' | 'light' | 'department'>>
> = {
  number: 'number',
  light: 'light',
  lead: 'department',
  dueOn: 'due',
};

/** A light with its word; before issue there is none. */
export function ItemLight({ item }: { item: BoardItem }): ReactNode {
  if (item.light === null) return <span className="no-light">{item.lightLabel}</span>;
  return <Light value={item.light as LightValue} why={item.explanation} />;
}

/** The day a task is due, the original one where it was put off, and how long it is overdue. */
export function ItemDue({ item, t }: { item: BoardItem; t: TFunction }): ReactNode {
  const isMoved = item.originalDueOn !== null && item.originalDueOn !== item.dueOn;
  return (
    <>
      {item.dueOn === null ? <span>{item.deadlineRaw || '–'}</span> : <DayText day={item.dueOn} />}
      {isMoved && <span className="cell-note">{t('due.original', { day: item.originalDueOn })}</span>}
      {item.extensions > 0 && (
        <span className="cell-note">{t('due.extended', { count: item.extensions })}</span>
      )}
      {item.overdueDays > 0 && (
        <span className="cell-note is-overdue">{t('due.overdue', { count: item.overdueDays })}</span>
      )}
    </>
  );
}

/** Verified progress beside the share of time that has gone. */
function Progress({ item, t }: { item: BoardItem; t: TFunction }): ReactNode {
  if (item.verifiedProgress === null && item.timeProgress === null) return '–';
  return (
    <>
      <span>{item.verifiedProgress === null ? t('progress.none') : `${item.verifiedProgress}%`}</span>
      {item.timeProgress !== null && (
        <span className="cell-note">{t('progress.time', { percent: item.timeProgress })}</span>
      )}
    </>
  );
}

function Supports({ item, t }: { item: BoardItem; t: TFunction }): ReactNode {
  const names = item.supports.map(({ name }) => name);
  const shown = names.slice(0, 3).join('、');
  const all = names.join('、');
  return (
    <span title={names.length > 3 ? all : undefined}>
      {names.length > 3 ? t('supports.more', { names: shown, count: names.length }) : shown || '–'}
      {item.openEnded && <span className="cell-note">{t('supports.open')}</span>}
    </span>
  );
}

/** Fills a cell. */
export const CELLS: Readonly<Record<ColumnName, (item: BoardItem, t: TFunction) => ReactNode>> = {
  light: (item, t) => (
    <>
      <ItemLight item={item} />
      {item.redMonths > 1 && (
        <span className="cell-note is-overdue">{t('redMonths', { count: item.redMonths })}</span>
      )}
    </>
  ),
  indicator: (item) => item.indicator || '–',
  measures: (item) => item.measures || '–',
  lead: (item) => item.lead?.name ?? '–',
  supports: (item, t) => <Supports item={item} t={t} />,
  dueOn: (item, t) => <ItemDue item={item} t={t} />,
  target: (item) => item.target || '–',
  cadence: (item) => item.cadenceLabel,
  state: (item) => item.stateLabel,
  verifiedProgress: (item, t) => <Progress item={item} t={t} />,
  pace: (item) => (item.pace === null ? '–' : <Pace value={item.pace as PaceValue} />),
  reportState: (item, t) => (item.reportState === null ? '–' : t(`report.${item.reportState}`)),
  explanation: (item) => item.explanation || '–',
};

/** What stands beside a column on the screen is a column of its own in a workbook. */
const BESIDE: Readonly<Partial<Record<ColumnName, readonly string[]>>> = {
  dueOn: ['originalDueOn', 'overdueDays'],
  verifiedProgress: ['timeProgress'],
};

/** The columns of a workbook that holds what the screen shows. */
export function exportedColumns(columns: readonly ColumnName[]): string[] {
  const shown = columns.filter((name) => name !== 'indicator');
  return ['number', 'indicator', 'title', ...shown.flatMap((name) => [name, ...(BESIDE[name] ?? [])])];
}
