import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../api/schema.js';
import { DayText, MonthText } from '../../components/day-text.js';
import { Light } from '../../components/light.js';

type Sheet = components['schemas']['HandOverSheetView'];

/** Everything that is open on a post: tasks, reports, reminders, papers to answer, requests, evidence that expires. */
export function OpenItems({ sheet }: { sheet: Sheet }): ReactNode {
  const { t } = useTranslation('hand-over');
  const { items, reports, unsigned, unanswered, requests, evidence } = sheet;
  return (
    <>
      <Panel title={t('items', { count: items.length })} isEmpty={items.length === 0}>
        {items.map((item) => (
          <li key={`${item.taskId} ${item.role}`}>
            {item.light !== null && <Light value={item.light} why={item.explanation} />}
            <Link to={`/tasks/${item.taskId}`}>
              {item.taskNumber}. {item.taskTitle}
            </Link>
            <span>{item.partStateLabel}</span>
            <DayText day={item.dueOn} none={t('noDue')} />
          </li>
        ))}
      </Panel>
      <Panel title={t('reports', { count: reports.length })} isEmpty={reports.length === 0}>
        {reports.map((report) => (
          <li key={report.reportId}>
            <MonthText month={report.month} />
            <span>
              {report.taskNumber}. {report.taskTitle}
            </span>
            <strong>{report.stateLabel}</strong>
            {report.returnedReason !== '' && <span className="hand-over-quiet">{report.returnedReason}</span>}
          </li>
        ))}
      </Panel>
      <Panel title={t('unsigned', { count: unsigned.length })} isEmpty={unsigned.length === 0}>
        {unsigned.map(({ id, day, subject }) => (
          <li key={id}>
            <DayText day={day} />
            <span>{subject}</span>
          </li>
        ))}
      </Panel>
      <Panel title={t('unanswered', { count: unanswered.length })} isEmpty={unanswered.length === 0}>
        {unanswered.map((paper) => (
          <li key={paper.id}>
            <span>
              {paper.label} {paper.number}
            </span>
            <span>
              {paper.taskNumber}. {paper.taskTitle}
            </span>
            <DayText day={paper.replyBy} />
          </li>
        ))}
      </Panel>
      <Panel title={t('requests', { count: requests.length })} isEmpty={requests.length === 0}>
        {requests.map((request) => (
          <li key={request.id}>
            <span>{request.kindLabel}</span>
            <span>
              {request.taskNumber}. {request.taskTitle}
            </span>
            <strong>{request.stateLabel}</strong>
            <DayText day={request.askedOn} />
          </li>
        ))}
      </Panel>
      {evidence.length > 0 && (
        <Panel title={t('evidence', { count: evidence.length })} isEmpty={false}>
          {evidence.map((piece) => (
            <li key={piece.id}>
              <span>{piece.name}</span>
              <span>{piece.taskNumber}</span>
              <DayText day={piece.validUntil} />
            </li>
          ))}
        </Panel>
      )}
    </>
  );
}

function Panel({
  title,
  isEmpty,
  children,
}: {
  title: string;
  isEmpty: boolean;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('hand-over');
  return (
    <section className="panel">
      <h2>{title}</h2>
      {isEmpty && <p className="hand-over-quiet">{t('none')}</p>}
      <ul className="hand-over-list">{children}</ul>
    </section>
  );
}
