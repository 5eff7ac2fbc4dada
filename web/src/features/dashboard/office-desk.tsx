import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText } from '../../components/day-text.js';
import { PageState } from '../../components/page-state.js';
import type { OfficeDesk } from './workbench-types.js';

/** Where what waits is dealt with. */
const PLACES: Readonly<Record<OfficeDesk['waiting'][number]['kind'], string>> = {
  BREAKDOWNS: '/received-tasks',
  BREAKDOWNS_RETURNED: '/received-tasks?side=GIVEN&state=RETURNED',
  REPORTS: '/reviews',
  REQUESTS_EXTENSION: '/requests?box=waiting&kind=EXTENSION',
  REQUESTS_CLOSE_OUT: '/requests?box=waiting&kind=CLOSE_OUT',
  OBJECTIONS: '/ledger',
  REMINDERS_PROPOSED: '/reminders?state=PROPOSED',
  REPLIES_OVERDUE: '/reminders?overdue=true',
  DIGESTS_UNSIGNED: '/reminders?unsigned=true',
  DIGESTS_GIVEN_UP: '/reminders?delivery=GIVEN_UP',
};

/** What waits for the office, imports begun and not ended, and posts that nobody holds. */
export function OfficeDeskPanels({ desk }: { desk: OfficeDesk }): ReactNode {
  const { t } = useTranslation('dashboard');
  const waiting = desk.waiting.filter(({ figure }) => figure.n > 0);
  return (
    <div className="workbench-pair">
      <section className="panel">
        <h2>{t('waiting.title')}</h2>
        {waiting.length === 0 && desk.imports.length === 0 && (
          <PageState kind="empty" title={t('waiting.none')} />
        )}
        <ul className="workbench-list">
          {waiting.map(({ kind, label, figure, oldestOn }) => (
            <li key={kind}>
              <Link to={PLACES[kind]}>
                <span>{label}</span>
                <strong>{figure.n}</strong>
              </Link>
              {oldestOn !== null && (
                <span className="workbench-quiet">
                  {t('waiting.oldest')} <DayText day={oldestOn} />
                </span>
              )}
            </li>
          ))}
          {desk.imports.map(({ id, fileName, createdOn }) => (
            <li key={id}>
              <Link to={`/ledger/import?id=${id}`}>{t('waiting.import', { file: fileName })}</Link>
              <span className="workbench-quiet">
                <DayText day={createdOn} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Vacancies vacancies={desk.vacancies} />
    </div>
  );
}

function Vacancies({ vacancies }: { vacancies: OfficeDesk['vacancies'] }): ReactNode {
  const { t } = useTranslation('dashboard');
  return (
    <section className="panel">
      <h2>{t('vacancy.title', { count: vacancies.length })}</h2>
      {vacancies.length === 0 && <PageState kind="empty" title={t('vacancy.none')} />}
      <ul className="workbench-list">
        {vacancies.map((one) => (
          <li key={`${one.department} ${one.kind}`}>
            <span>
              {one.departmentName} {one.kindLabel}
              {one.openTasks > 0 && <Tag>{t('vacancy.tasks', { count: one.openTasks })}</Tag>}
            </span>
            <span className="workbench-quiet">
              {one.since === null
                ? t('vacancy.never')
                : t('vacancy.since', { day: one.since, holder: one.lastHolder })}
              {one.fallbackHolder !== null && t('vacancy.fallback', { holder: one.fallbackHolder })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
