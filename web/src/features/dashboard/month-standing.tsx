import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MonthText } from '../../components/day-text.js';
import { PageState } from '../../components/page-state.js';
import { useSession } from '../../api/session.js';
import type { MonthStanding } from './workbench-types.js';

/** Where each month that is not published yet stands: its days as a strip, its reports as figures. */
export function MonthStandings({
  months,
  isOffice,
}: {
  months: readonly MonthStanding[];
  isOffice: boolean;
}): ReactNode {
  const { t } = useTranslation('dashboard');
  if (months.length === 0) return <PageState kind="empty" title={t('month.none')} />;
  return months.map((month) => (
    <section key={`${month.ledger.id} ${month.month}`} className="panel keep-together">
      <h2>
        <MonthText month={month.month} /> · {month.ledger.title}
        <span className="workbench-quiet">{month.stateLabel || t('month.notOpened')}</span>
      </h2>
      <Stages month={month} />
      <Figures month={month} isOffice={isOffice} />
      {month.provisional && <p className="workbench-quiet">{t('month.provisional')}</p>}
    </section>
  ));
}

/** The days of a month in their order; those that are past are marked, the next one is told in words too. */
function Stages({ month }: { month: MonthStanding }): ReactNode {
  const { t } = useTranslation('dashboard');
  const { today } = useSession();
  const stages: [string, string][] = [
    ['reports', month.reportsDueOn],
    ['freeze', month.freezeOn],
    ['meeting', month.meetingOn],
    ['minutes', month.minutesDueOn],
    ['bulletin', month.bulletinDueOn],
  ];
  const next = stages.findIndex(([, day]) => day >= today);
  return (
    <ol className="workbench-stages">
      {stages.map(([stage, day], place) => (
        <li
          key={stage}
          className={day < today ? 'is-past' : undefined}
          aria-current={place === next ? 'step' : undefined}
        >
          <span>{t(`stage.${stage}`)}</span>
          <time dateTime={day}>{day.slice(5)}</time>
          {stage === 'reports' && <small>{month.reportsDueAt}</small>}
          {stage === 'freeze' && month.workingDaysToFreeze >= 0 && (
            <small>{t('stage.left', { days: month.workingDaysToFreeze })}</small>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Each figure leads to the records behind it. */
function Figures({ month, isOffice }: { month: MonthStanding; isOffice: boolean }): ReactNode {
  const { t } = useTranslation('dashboard');
  const { reports } = month;
  const query = `ledger=${month.ledger.id}&month=${month.month}`;
  const page = isOffice ? 'reviews' : 'reports';
  const figures: [string, number, string][] = [
    ['due', reports.due, `/${page}?${query}`],
    ['handedIn', reports.handedIn.n, `/${page}?${query}`],
    ['toReview', reports.toReview.n, `/${page}?${query}`],
    ['returned', reports.returned.n, `/${page}?${query}`],
    ['accepted', reports.accepted.n, `/${page}?${query}`],
    ['late', reports.late.n, `/${page}?${query}&late=true`],
    ['missing', reports.missing.n, `/dispatch?${query}`],
  ];
  return (
    <ul className="workbench-figures">
      {figures.map(([name, n, to]) => (
        <li key={name}>
          <Link to={to}>
            <strong>{n}</strong>
            <span>{t(`reports.${name}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
