import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, take } from '../../api/client.js';
import { useDeed } from '../../api/use-deed.js';
import { DayText } from '../../components/day-text.js';
import { FormFault } from '../../components/form-fault.js';
import { Light } from '../../components/light.js';
import { LastMonth } from './last-month.js';
import type { LineHandle } from './line-handle.js';
import { ReportForm } from './report-form.js';
import type { Sheet, SheetLine } from './reporting-queries.js';

interface SheetLineProps {
  line: SheetLine;
  sheet: Sheet;
  mayWrite: boolean;
  register: (handle: LineHandle | null) => void;
}

/** One item of the sheet: what is asked, how it stands, what was said last month, what is said this month. */
export function SheetLineCard({ line, sheet, mayWrite, register }: SheetLineProps): ReactNode {
  const { report } = line;
  return (
    <article className="panel sheet-line" aria-label={`${line.taskNumber} ${line.taskTitle}`}>
      <LineHead line={line} />
      <div className="sheet-line-body">
        <LastMonth line={line} />
        {report ? (
          <ReportForm
            line={line}
            report={report}
            month={sheet.month}
            mayWrite={mayWrite}
            register={register}
          />
        ) : (
          <OpenForm line={line} sheet={sheet} mayWrite={mayWrite} />
        )}
      </div>
    </article>
  );
}

function LineHead({ line }: { line: SheetLine }): ReactNode {
  const { t } = useTranslation('reporting');
  return (
    <header className="sheet-line-head">
      <h2>
        <Link to={`/tasks/${line.taskId}`}>
          {line.taskNumber}. {line.taskTitle}
        </Link>
      </h2>
      <div className="sheet-line-facts">
        {line.light !== null && <Light value={line.light} why={line.explanation} />}
        <Tag>
          {t(line.role === 'LEAD' ? (line.isFirstLead ? 'role.first' : 'role.lead') : 'role.support')}
        </Tag>
        <span>
          {t('due')} <DayText day={line.dueOn} none={t('noDue')} />
        </span>
        {line.originalDueOn !== line.dueOn && line.originalDueOn !== null && (
          <span className="sheet-quiet">{t('originalDue', { day: line.originalDueOn })}</span>
        )}
        {line.targetCount !== null && (
          <span>{t('target', { count: line.targetCount, unit: line.targetUnit })}</span>
        )}
        {line.verifiedBefore !== null && <span>{t('verifiedBefore', { percent: line.verifiedBefore })}</span>}
      </div>
      {line.explanation !== '' && <p className="sheet-quiet">{line.explanation}</p>}
      {line.measures !== '' && (
        <details className="sheet-measures">
          <summary>{t('measures')}</summary>
          <p>{line.measures}</p>
        </details>
      )}
    </header>
  );
}

/** A form that is not laid yet, as for a part that was assigned after the month had begun. */
function OpenForm({ line, sheet, mayWrite }: Omit<SheetLineProps, 'register'>): ReactNode {
  const { t } = useTranslation('reporting');
  const open = useDeed(
    () =>
      take(
        api.POST('/api/v1/reports', {
          body: { assignmentId: line.assignmentId, month: sheet.month },
        }),
      ),
    { touches: [['reports']] },
  );
  return (
    <div className="sheet-form">
      <p>{t('notOpened')}</p>
      {mayWrite && (
        <Button loading={open.isPending} onClick={() => open.mutate(undefined)}>
          {t('open')}
        </Button>
      )}
      <FormFault error={open.error} />
    </div>
  );
}
