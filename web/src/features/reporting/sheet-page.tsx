import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { once } from '../../api/headers.js';
import { useRole } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { FormFault } from '../../components/form-fault.js';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { MonthBar } from '../../components/month-bar.js';
import './reporting.css';
import { sheetQuery, type Sheet } from './reporting-queries.js';
import type { LineHandle } from './line-handle.js';
import { SheetLineCard } from './sheet-line.js';
import { SheetStanding } from './sheet-standing.js';
import { useMonth } from '../../components/use-month.js';

/** 本月填报: everything a department owes for a month, on one page like a sheet. */
export function SheetPage(): ReactNode {
  const { t } = useTranslation('reporting');
  const chosen = useMonth();
  const read = useQuery({
    ...sheetQuery(chosen.ledger ?? '', chosen.month),
    enabled: chosen.ledger !== undefined,
  });
  return (
    <Page title={t('sheet.title')} note={read.data?.departmentName} actions={<MonthBar chosen={chosen} />}>
      {chosen.error !== null && <PageState kind="error" error={chosen.error} onRetry={chosen.retry} />}
      {!chosen.isPending && chosen.error === null && chosen.ledger === undefined && (
        <PageState kind="empty" title={t('sheet.noLedger')} />
      )}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {read.isLoading && <PageState kind="loading" />}
      {read.data && <SheetBody key={`${read.data.ledgerId} ${read.data.month}`} sheet={read.data} />}
    </Page>
  );
}

function SheetBody({ sheet }: { sheet: Sheet }): ReactNode {
  const { t } = useTranslation('reporting');
  const { message } = App.useApp();
  const mayWrite = useRole() === 'LIAISON';
  const lines = useRef(new Map<string, LineHandle>());
  const submitAll = useDeed(
    async (_: undefined, key) => {
      const ready = [...lines.current.values()].filter((line) => line.isReady());
      const reports = await Promise.all(
        ready.map(async (line) => ({ id: line.reportId, version: await line.flush() })),
      );
      return take(api.POST('/api/v1/reports/submit', { body: { reports }, headers: once(key) }));
    },
    {
      touches: [['reports'], ['workbench']],
      onDone: ({ items }) => void message.success(t('sheet.submitted', { count: items.length })),
    },
  );
  if (sheet.lines.length === 0) return <PageState kind="empty" title={t('sheet.none')} />;
  const open = sheet.lines.filter(({ editable }) => editable).length;
  return (
    <>
      <SheetStanding sheet={sheet}>
        {mayWrite && open > 0 && (
          <Button type="primary" loading={submitAll.isPending} onClick={() => submitAll.mutate(undefined)}>
            {t('sheet.submitAll')}
          </Button>
        )}
      </SheetStanding>
      <FormFault error={submitAll.error} />
      {sheet.lines.map((line) => (
        <SheetLineCard
          key={line.assignmentId}
          line={line}
          sheet={sheet}
          mayWrite={mayWrite && line.editable}
          register={(handle) => {
            if (handle) lines.current.set(line.assignmentId, handle);
            else lines.current.delete(line.assignmentId);
          }}
        />
      ))}
    </>
  );
}
