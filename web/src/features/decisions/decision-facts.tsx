import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRole } from '../../api/session.js';
import { DayText } from '../../components/day-text.js';
import { Light } from '../../components/light.js';
import { ChangeDecision } from './change-decision.js';
import type { Matter } from './decision-types.js';

/** How the decision stands: light with its reason, who undertakes it, what is planned, what falls due. */
export function DecisionFacts({ matter: { decision } }: { matter: Matter }): ReactNode {
  const { t } = useTranslation('decisions');
  return (
    <section className="panel" aria-labelledby="facts-title">
      <h2 id="facts-title">{t('facts.title')}</h2>
      <Light value={decision.light} why={decision.explanation} />
      <p className="decision-why">{decision.explanation}</p>
      <dl className="decision-facts">
        <dt>{t('facts.category')}</dt>
        <dd>{decision.categoryLabel}</dd>
        <dt>{t('facts.department')}</dt>
        <dd>{decision.department.name}</dd>
        <dt>{t('facts.leader')}</dt>
        <dd>{decision.supervisingLeader || '–'}</dd>
        <dt>{t('facts.finishOn')}</dt>
        <dd>
          <DayText day={decision.finishOn} />
        </dd>
        {decision.decidedOn !== null && (
          <>
            <dt>{t('facts.decidedOn')}</dt>
            <dd>
              <DayText day={decision.decidedOn} />
            </dd>
          </>
        )}
        {decision.finishedOn !== null && (
          <>
            <dt>{t('facts.finishedOn')}</dt>
            <dd>
              <DayText day={decision.finishedOn} />
            </dd>
          </>
        )}
        <dt>{t('facts.catalogue')}</dt>
        <dd>
          <Link to={`/decisions?year=${decision.year}`}>
            {t(decision.isCatalogued ? 'facts.catalogued' : 'facts.notCatalogued', { year: decision.year })}
          </Link>
        </dd>
        {decision.adjustsId !== null && (
          <>
            <dt>{t('facts.adjusts')}</dt>
            <dd>
              <Link to={`/decisions/${decision.adjustsId}`}>{t('facts.original')}</Link>
            </dd>
          </>
        )}
      </dl>
      {decision.duties.length > 0 && (
        <ul className="decision-rows">
          {decision.duties.map((duty) => (
            <li key={duty.step}>
              <a href={`#step-${duty.step}`}>{duty.name}</a>
              <span>
                {duty.doneOn === null
                  ? t('facts.dueBy', { day: duty.dueOn })
                  : t('facts.doneOn', { day: duty.doneOn })}
              </span>
              <p className="decision-quiet">{duty.article}</p>
            </li>
          ))}
        </ul>
      )}
      {useRole() === 'CLERK' && <ChangeDecision decision={decision} />}
    </section>
  );
}
