import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import { Nothing, Panel } from './panel.js';
import type { TaskView } from './task-types.js';

/** Requests for a later deadline and for close-out, with what was decided. */
export function RequestsPanel({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const { extensionRequests } = page.task;
  const none = extensionRequests.length + page.closeOutRequests.length === 0;
  return (
    <Panel id="requests" title={t('requests.title')}>
      {none && <Nothing>{t('requests.none')}</Nothing>}
      <ul className="task-list">
        {extensionRequests.map((request) => (
          <li key={request.id}>
            <div className="task-line">
              <b>{t('requests.extension', { ordinal: request.ordinal })}</b>
              <span>{request.stateLabel}</span>
              <span className="task-line-end task-note">
                <DayText day={request.askedOn} /> {request.askedBy}
              </span>
            </div>
            <p className="task-text">
              {t('requests.asked', { from: request.dueOnThen, to: request.askedDueOn })}
              {request.beforeMeeting && t('deadlines.beforeMeeting')}
            </p>
            <p className="task-text">{t('requests.reason', { text: request.reason })}</p>
            {request.isLate && (
              <p className="task-text is-red">{t('requests.late', { text: request.lateReason })}</p>
            )}
            {request.decidedOn && (
              <p className="task-note">
                {t('requests.decided', {
                  day: request.decidedOn,
                  who: request.decidedBy,
                  to: request.decidedDueOn ?? '–',
                  text: request.decisionReason,
                })}
              </p>
            )}
          </li>
        ))}
        {page.closeOutRequests.map((request) => (
          <li key={request.id}>
            <div className="task-line">
              <b>{t('requests.closeOut', { ordinal: request.ordinal })}</b>
              <span>{request.stateLabel}</span>
              <span className="task-line-end task-note">
                <DayText day={request.requestedOn} /> {request.requestedBy}
              </span>
            </div>
            <p className="task-text">{request.statement}</p>
            {request.silenceExplanation && (
              <p className="task-text">{t('requests.silent', { text: request.silenceExplanation })}</p>
            )}
            {request.milestoneExplanation && (
              <p className="task-text">{t('requests.nodes', { text: request.milestoneExplanation })}</p>
            )}
            {request.verifiedOn && (
              <p className="task-note">
                {t('requests.verified', { day: request.verifiedOn, who: request.verifiedBy })}
              </p>
            )}
            {request.decidedOn && (
              <p className="task-note">
                {t('requests.closed', {
                  day: request.decidedOn,
                  who: request.decidedBy,
                  text: request.decisionReason,
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
