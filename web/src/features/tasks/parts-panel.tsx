import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import { ExplainedLight } from './explained-light.js';
import { Nothing, Panel } from './panel.js';
import type { Part, TaskView } from './task-types.js';

/** Departments that are shown before one asks for the rest. */
const AT_FIRST = 8;

/** Who does it: the leads, then the supports, each with its own light and why. */
export function PartsPanel({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const parts = page.parts.toSorted((a, b) => rank(a) - rank(b));
  const first = parts.slice(0, AT_FIRST);
  const rest = parts.slice(AT_FIRST);
  return (
    <Panel id="parts" title={t('parts.title')} note={page.task.openEnded ? t('parts.open') : undefined}>
      {parts.length === 0 ? <Nothing>{t('parts.none')}</Nothing> : <PartList parts={first} />}
      {rest.length > 0 && (
        <details>
          <summary>{t('parts.rest', { count: rest.length })}</summary>
          <PartList parts={rest} />
        </details>
      )}
    </Panel>
  );
}

function PartList({ parts }: { parts: readonly Part[] }): ReactNode {
  const { t } = useTranslation('tasks');
  return (
    <ul className="task-list">
      {parts.map((part) => (
        <li key={part.assignmentId} className={part.state === 'WITHDRAWN' ? 'is-past' : undefined}>
          <div className="task-line">
            <b>{part.department.name}</b>
            <span>{t(roleOf(part))}</span>
            <span className="task-line-end">
              {part.light && (
                <ExplainedLight
                  light={part.light.light}
                  label={part.light.lightLabel}
                  why={part.light.explanation}
                />
              )}
            </span>
          </div>
          <div className="task-note">
            {part.stateLabel}
            {part.signedOn && (
              <>
                {t('parts.signed')}
                <DayText day={part.signedOn} />
              </>
            )}
            {part.viaGroup && t('parts.group')}
          </div>
          {part.light?.explanation && <div className="task-note">{part.light.explanation}</div>}
        </li>
      ))}
    </ul>
  );
}

function roleOf({ role, isFirstLead }: Part): string {
  return isFirstLead ? 'parts.firstLead' : role === 'LEAD' ? 'parts.lead' : 'parts.support';
}

/** First lead, other leads, supports, and at the end those whose part was withdrawn. */
function rank(part: Part): number {
  return (part.isFirstLead ? 0 : part.role === 'LEAD' ? 1 : 2) + (part.state === 'WITHDRAWN' ? 10 : 0);
}
