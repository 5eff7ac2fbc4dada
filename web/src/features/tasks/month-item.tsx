import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MonthText } from '../../components/day-text.js';
import { deedsOn } from '../../components/task-deeds/deed-bar.js';
import { DeedButtons } from '../../components/task-deeds/deed-buttons.js';
import { ExplainedLight } from './explained-light.js';
import type { FrozenLight, Report, TaskView } from './task-types.js';

/** One month of one department: its frozen light, and the report with what may be done with it. */
export function MonthItem({
  page,
  month,
  frozen,
  report,
}: {
  page: TaskView;
  month: string;
  frozen: FrozenLight | undefined;
  report: Report | undefined;
}): ReactNode {
  const { t } = useTranslation('tasks');
  return (
    <li>
      <div className="task-line">
        <b>
          <MonthText month={month} />
        </b>
        {frozen && <ExplainedLight light={frozen.light} label={frozen.lightLabel} why={frozen.explanation} />}
        {report && <span>{report.stateLabel}</span>}
        {report?.isLate && <span className="is-red">{t('months.late')}</span>}
        {report && (
          <span className="task-line-end task-note">
            {report.claimedProgress !== null && t('months.claimed', { percent: report.claimedProgress })}
            {report.verifiedProgress !== null && t('months.verified', { percent: report.verifiedProgress })}
          </span>
        )}
      </div>
      {report && <ReportText report={report} />}
      {frozen && <p className="task-note">{frozen.explanation}</p>}
      {report && <DeedButtons page={page} offers={deedsOn(page, 'reports', report.id)} inRow />}
    </li>
  );
}

function ReportText({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation('tasks');
  return (
    <>
      {report.text && <p className="task-text">{report.text}</p>}
      {report.problems && <p className="task-text">{t('months.problems', { text: report.problems })}</p>}
      {report.nextStep && <p className="task-text">{t('months.nextStep', { text: report.nextStep })}</p>}
      {report.state === 'RETURNED' && (
        <p className="task-text is-red">{t('months.returned', { text: report.returnedReason })}</p>
      )}
    </>
  );
}
