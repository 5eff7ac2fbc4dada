import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const EvidenceList = lazy(() =>
  import('../../components/evidence-list/evidence-list.js').then((file) => ({ default: file.EvidenceList })),
);

/** The evidence of a task, unfolded when it is wanted: most months add one or two files to a long list. */
export function LineEvidence({
  taskId,
  reportId,
  month,
  mayUpload,
}: {
  taskId: string;
  reportId: string;
  month: string;
  mayUpload: boolean;
}): ReactNode {
  const { t } = useTranslation('reporting');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="sheet-evidence" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(mayUpload ? 'evidence.add' : 'evidence.show')}</summary>
      {isOpen && (
        <Suspense fallback={null}>
          <EvidenceList
            taskId={taskId}
            subject={{ kind: 'REPORT', id: reportId }}
            month={month}
            mayUpload={mayUpload}
          />
        </Suspense>
      )}
    </details>
  );
}
