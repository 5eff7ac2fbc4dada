import { useQueryClient } from '@tanstack/react-query';
import { App, Button, InputNumber, Tag } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import { useDeed } from '../../api/use-deed.js';
import { Field } from '../../components/field.js';
import { FormFault } from '../../components/form-fault.js';
import { LinesField } from '../../components/lines-field.js';
import { isStale } from '../../api/problem.js';
import { missingOf, type Content } from './draft.js';
import { DraftConflict } from './draft-conflict.js';
import { LineEvidence } from './line-evidence.js';
import { QuoteRollUp } from './quote-roll-up.js';
import type { SheetLine, SheetReport } from './reporting-queries.js';
import type { LineHandle } from './line-handle.js';
import { useDraft, type Draft } from './use-draft.js';

interface ReportFormProps {
  line: SheetLine;
  report: SheetReport;
  month: string;
  mayWrite: boolean;
  register: (handle: LineHandle | null) => void;
}

/** This month's report: saved by itself while one types, submitted alone or with all others. */
export function ReportForm({ line, report, month, mayWrite, register }: ReportFormProps): ReactNode {
  const { t } = useTranslation('reporting');
  const client = useQueryClient();
  const draft = useDraft(report);
  const missing = missingOf(draft.content);
  const isOpen = report.state === 'DRAFT' || report.state === 'RETURNED';
  useEffect(() => {
    register({
      reportId: report.id,
      isReady: () => isOpen && missing.length === 0,
      flush: draft.flush,
    });
    return () => register(null);
  });
  return (
    <section className="sheet-form">
      <h3>
        {t('form.title')} <Tag>{report.stateLabel}</Tag>
        {report.isLate && <Tag color="orange">{t('form.late')}</Tag>}
        {mayWrite && <SavedState draft={draft} />}
      </h3>
      {report.state === 'RETURNED' && (
        <p className="sheet-returned" role="note">
          <strong>{t('form.returned')}</strong>
          {report.returnedReason}
        </p>
      )}
      {mayWrite ? <Fields line={line} draft={draft} /> : <Written report={report} unit={line.targetUnit} />}
      <LineEvidence
        taskId={line.taskId}
        assignmentId={line.assignmentId}
        month={month}
        mayUpload={mayWrite}
      />
      {mayWrite && isOpen && <Submit report={report} draft={draft} missing={missing} />}
      {isStale(draft.error) ? (
        <DraftConflict
          report={report}
          error={draft.error}
          onReload={() => void client.invalidateQueries({ queryKey: ['reports', 'sheet'] })}
          onKeep={draft.rebase}
        />
      ) : (
        <FormFault error={draft.error} />
      )}
    </section>
  );
}

function SavedState({ draft: { standing } }: { draft: Draft }): ReactNode {
  const { t } = useTranslation('reporting');
  return (
    <output className={standing === 'FAILED' ? 'sheet-saved sheet-late' : 'sheet-saved'}>
      {t(`saved.${standing}`)}
    </output>
  );
}

function Fields({ line, draft: { content, change } }: { line: SheetLine; draft: Draft }): ReactNode {
  const { t } = useTranslation('reporting');
  const area = (key: 'text' | 'problems' | 'nextStep', rows: number, most: number): ReactNode => (
    <LinesField
      label={t(`field.${key}`)}
      className="sheet-text"
      rows={rows}
      maxLength={most}
      value={content[key]}
      onText={(text) => change({ [key]: text } as Partial<Content>)}
    />
  );
  return (
    <>
      <div className="sheet-figures">
        <Field label={t('field.progress')}>
          {(ties) => (
            <InputNumber
              {...ties}
              min={0}
              max={100}
              precision={0}
              suffix="%"
              value={content.claimedProgress}
              onChange={(claimedProgress) => change({ claimedProgress })}
            />
          )}
        </Field>
        {line.targetCount !== null && (
          <Field label={t('field.count', { target: line.targetCount, unit: line.targetUnit })}>
            {(ties) => (
              <InputNumber
                {...ties}
                min={0}
                precision={0}
                suffix={line.targetUnit}
                value={content.count}
                onChange={(count) => change({ count })}
              />
            )}
          </Field>
        )}
      </div>
      {area('text', 3, 4000)}
      {line.role === 'LEAD' && (
        <QuoteRollUp
          taskId={line.taskId}
          onQuote={(statement) => change({ text: [content.text, statement].filter(Boolean).join('\n') })}
        />
      )}
      <div className="sheet-pair">
        {area('problems', 2, 2000)}
        {area('nextStep', 2, 2000)}
      </div>
    </>
  );
}

/** A report that can only be read: another's duty, submitted, accepted or frozen. */
function Written({ report, unit }: { report: SheetReport; unit: string }): ReactNode {
  const { t } = useTranslation('reporting');
  const rows: [string, ReactNode][] = [
    [t('field.progress'), report.claimedProgress === null ? '–' : `${report.claimedProgress}%`],
    [t('field.verified'), report.verifiedProgress === null ? '–' : `${report.verifiedProgress}%`],
    ...(report.count === null ? [] : [[t('field.done'), `${report.count}${unit}`] as [string, ReactNode]]),
    [t('field.text'), report.text],
    [t('field.problems'), report.problems],
    [t('field.nextStep'), report.nextStep],
  ];
  return (
    <dl className="sheet-written">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

function Submit({
  report,
  draft,
  missing,
}: {
  report: SheetReport;
  draft: Draft;
  missing: readonly ('progress' | 'text')[];
}): ReactNode {
  const { t } = useTranslation('reporting');
  const { message } = App.useApp();
  const submit = useDeed(
    async (_: undefined, key) => {
      const version = await draft.flush();
      const path = { id: report.id };
      const headers = { ...ifMatch(version), ...once(key) };
      return take(api.POST('/api/v1/reports/{id}/submit', { params: { path }, body: {}, headers }));
    },
    { touches: [['reports'], ['workbench'], ['task']], onDone: () => void message.success(t('form.done')) },
  );
  return (
    <div className="sheet-submit no-print">
      <Button
        disabled={missing.length > 0}
        loading={submit.isPending}
        onClick={() => submit.mutate(undefined)}
      >
        {t(report.state === 'RETURNED' ? 'form.resubmit' : 'form.submit')}
      </Button>
      {missing.length > 0 && (
        <span className="sheet-quiet">
          {t('form.missing', { fields: missing.map((field) => t(`missing.${field}`)).join('、') })}
        </span>
      )}
      {!isStale(submit.error) && <FormFault error={submit.error} />}
    </div>
  );
}
