import { App, Button, InputNumber, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { DayText } from '../../components/day-text.js';
import { Field } from '../../components/field.js';
import { FormFault } from '../../components/form-fault.js';
import { LineEvidence } from './line-evidence.js';
import type { Queued } from './reporting-queries.js';
import { signed } from './review-queue.js';

const TOUCHED = [['reports'], ['workbench'], ['task']] as const;

/** One report under review: what is said now beside what was accepted last, the evidence, and the two answers. */
export function ReviewSheet({ report, onDone }: { report: Queued; onDone: () => void }): ReactNode {
  const { t } = useTranslation('reporting');
  return (
    <section className="panel" aria-label={`${report.departmentName} ${report.taskTitle}`}>
      <h2>
        <Link to={`/tasks/${report.taskId}`}>
          {report.taskNumber}. {report.taskTitle}
        </Link>
      </h2>
      <p className="review-facts">
        <strong>{report.departmentName}</strong>
        <span>{t(report.role === 'LEAD' ? 'role.lead' : 'role.support')}</span>
        <span>
          {t('due')} <DayText day={report.dueOn} none={t('noDue')} />
        </span>
        <span>{t('review.submittedOn', { day: report.submittedOn })}</span>
        {report.isLate && <Tag color="orange">{t('form.late')}</Tag>}
      </p>
      <div className="review-compare">
        <div>
          <h3>{t('review.now')}</h3>
          <p>
            {t('review.claimed', { percent: report.claimedProgress ?? '–' })}
            {report.jump !== null && <strong> {signed(report.jump)}</strong>}
            {report.count !== null && t('review.count', { count: report.count, unit: report.targetUnit })}
          </p>
          <p>{report.text}</p>
          {report.problems !== '' && <p>{t('last.problems', { text: report.problems })}</p>}
          {report.nextStep !== '' && <p>{t('last.nextStep', { text: report.nextStep })}</p>}
        </div>
        <div>
          <h3>{t('review.before')}</h3>
          {report.lastVerified === null ? (
            <p className="sheet-quiet">{t('review.nothingBefore')}</p>
          ) : (
            <>
              <p>
                {t('review.verified', { percent: report.lastVerified })}
                {report.lastCount !== null &&
                  t('review.count', { count: report.lastCount, unit: report.targetUnit })}
              </p>
              <p>{report.lastText}</p>
            </>
          )}
        </div>
      </div>
      <LineEvidence taskId={report.taskId} month={report.month} mayUpload={false} />
      <ReviewDeeds report={report} onDone={onDone} />
    </section>
  );
}

function ReviewDeeds({ report, onDone }: { report: Queued; onDone: () => void }): ReactNode {
  const { t } = useTranslation('reporting');
  const { message } = App.useApp();
  const [verified, setVerified] = useState(report.claimedProgress ?? report.lastVerified);
  const path = { id: report.id };
  const accept = useDeed(
    (verifiedProgress: number, key) =>
      take(
        api.POST('/api/v1/reports/{id}/accept', {
          params: { path },
          body: { verifiedProgress },
          headers: { ...ifMatch(report.version), ...once(key) },
        }),
      ),
    {
      touches: TOUCHED,
      onDone: () => {
        void message.success(t('review.accepted', { department: report.departmentName }));
        onDone();
      },
    },
  );
  const giveBack = useDeed(
    (reason: string, key) =>
      take(
        api.POST('/api/v1/reports/{id}/return', {
          params: { path },
          body: { reason },
          headers: { ...ifMatch(report.version), ...once(key) },
        }),
      ),
    { touches: TOUCHED, onDone },
  );
  return (
    <div className="review-deeds no-print">
      <Field label={t('field.verified')}>
        {(ties) => (
          <InputNumber
            {...ties}
            min={0}
            max={100}
            precision={0}
            suffix="%"
            value={verified}
            onChange={setVerified}
          />
        )}
      </Field>
      <Button
        type="primary"
        disabled={verified === null}
        loading={accept.isPending}
        onClick={() => verified !== null && accept.mutate(verified)}
      >
        {t('review.accept')}
      </Button>
      <ConfirmDeed
        label={t('review.return')}
        title={t('review.returnTitle', { department: report.departmentName })}
        reason="required"
        reasonLabel={t('review.returnReason')}
        onConfirm={(reason) => giveBack.mutateAsync(reason)}
      />
      <FormFault error={accept.error} />
    </div>
  );
}
