import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const EvidenceList = lazy(() =>
  import('../../components/evidence-list/evidence-list.js').then((file) => ({ default: file.EvidenceList })),
);

/** The evidence of a task, unfolded when it is wanted: most months add one or two files to a long list. */
export function LineEvidence({
  taskId,
  assignmentId,
  month,
  mayUpload,
}: {
  taskId: string;
  /** The part of the task that what is uploaded here proves; left out where nothing is uploaded. */
  assignmentId?: string;
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
            {...(assignmentId === undefined ? {} : { subject: { kind: 'ASSIGNMENT', id: assignmentId } })}
            month={month}
            mayUpload={mayUpload}
          />
        </Suspense>
      )}
    </details>
  );
}
