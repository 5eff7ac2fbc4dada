import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import { Light } from '../../components/light.js';
import type { LightName, Result } from './dispatch-queries.js';

export const LIGHTS: readonly LightName[] = ['RED', 'YELLOW', 'GREEN', 'DONE', 'GREY'];
const PACES = ['ahead', 'onSchedule', 'behind', 'done', 'other'] as const;

/** Lights and paces of a month in figures. */
export function Totals({ totals }: { totals: Pick<Result, 'tasks' | 'lights' | 'progress'> }): ReactNode {
  const { t } = useTranslation('dispatch');
  return (
    <>
      <ul className="round-figures">
        <li>
          {t('tasks')} <strong>{totals.tasks}</strong>
        </li>
        {LIGHTS.map((light) => (
          <li key={light}>
            <Light value={light} /> <strong>{totals.lights[light]}</strong>
          </li>
        ))}
      </ul>
      <ul className="round-figures round-quiet">
        {PACES.map((pace) => (
          <li key={pace}>
            {t(`pace.${pace}`)} <strong>{totals.progress[pace]}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a freeze finds: totals, and every overdue task with its reason. */
export function MonthResult({ result }: { result: Result }): ReactNode {
  const { t } = useTranslation('dispatch');
  return (
    <>
      <Totals totals={result} />
      <h3>{t('overdue', { count: result.overdue.length })}</h3>
      <ul className="round-rows">
        {result.overdue.map((line) => (
          <li key={line.number}>
            <strong>
              {line.number}. {line.title}
            </strong>
            <span>{line.department}</span>
            <span>
              <DayText day={line.dueOn} />
            </span>
            <span className="round-late">{t('overdueDays', { days: line.overdueDays })}</span>
            <p className="round-quiet">{line.explanation}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
