import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText } from '../../components/day-text.js';
import { RequestDeeds } from './request-deeds.js';
import type { Asked } from './reporting-queries.js';

const COLOURS: Readonly<Record<string, string>> = { APPROVED: 'green', REJECTED: 'red', RETURNED: 'red' };

/** One request: what is asked for and why, what speaks against it, who answers, and the answer. */
export function RequestItem({ request }: { request: Asked }): ReactNode {
  const { t } = useTranslation('reporting');
  return (
    <li>
      <h2>
        <Tag>{request.kindLabel}</Tag>
        <Link to={`/tasks/${request.taskId}`}>
          {request.taskNumber}. {request.taskTitle}
        </Link>
      </h2>
      <p className="review-facts">
        <strong>{request.departmentName}</strong>
        <span>{t('requests.asked', { day: request.askedOn, ordinal: request.ordinal })}</span>
        <Tag color={COLOURS[request.state]}>{request.stateLabel}</Tag>
        {request.waitsFor !== null && <span>{t('requests.waitsFor', { who: request.waitsForLabel })}</span>}
      </p>
      {request.extension && <ExtensionFacts request={request} />}
      {request.closeOut && <CloseOutFacts request={request} />}
      <p>{request.text}</p>
      {request.decidedOn !== null && (
        <p className="sheet-quiet">
          {t('requests.decided', { day: request.decidedOn, by: request.decidedBy })}
          {request.decisionReason}
        </p>
      )}
      <RequestDeeds request={request} />
    </li>
  );
}

function ExtensionFacts({ request: { extension } }: { request: Asked }): ReactNode {
  const { t } = useTranslation('reporting');
  if (!extension) return null;
  return (
    <p className="review-facts">
      <span>
        {t('requests.dueThen')} <DayText day={extension.dueOnThen} /> → <DayText day={extension.askedDueOn} />
      </span>
      {extension.decidedDueOn !== null && (
        <strong>
          {t('requests.granted')} <DayText day={extension.decidedDueOn} />
        </strong>
      )}
      {extension.isLate && <Tag color="orange">{t('requests.late')}</Tag>}
      {extension.beforeMeeting && <Tag color="orange">{t('requests.beforeMeeting')}</Tag>}
      {extension.lateReason !== '' && <span>{t('requests.lateReason', { text: extension.lateReason })}</span>}
    </p>
  );
}

function CloseOutFacts({ request: { closeOut } }: { request: Asked }): ReactNode {
  const { t } = useTranslation('reporting');
  if (!closeOut) return null;
  const { silentSupports, openMilestones } = closeOut;
  if (silentSupports.length === 0 && openMilestones.length === 0) return null;
  return (
    <p className="sheet-returned">
      {openMilestones.length > 0 && t('requests.openMilestones', { list: openMilestones.join('、') })}
      {silentSupports.length > 0 && t('requests.silentSupports', { list: silentSupports.join('、') })}
    </p>
  );
}
