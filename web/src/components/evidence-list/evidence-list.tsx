import { Button, Checkbox } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageState } from '../page-state.js';
import './evidence.css';
import { useTaskEvidence } from './evidence-query.js';
import { EvidenceRow } from './evidence-row.js';
import type { Evidence, EvidenceSubject } from './evidence-types.js';
import { EvidenceUpload } from './evidence-upload.js';

const EvidencePreview = lazy(() =>
  import('./evidence-preview.js').then((file) => ({ default: file.EvidencePreview })),
);
const EvidenceSheet = lazy(() =>
  import('./evidence-sheet.js').then((file) => ({ default: file.EvidenceSheet })),
);

interface EvidenceListProps {
  taskId: string;
  /** What is uploaded here proves; the department's own part, or the task for the office, where left out. */
  subject?: EvidenceSubject;
  /** The month that the work belongs to; the present one where left out. */
  month?: string;
  /** Whether this person may upload; the service decides all the same. */
  mayUpload: boolean;
  /** Whether the uploader may lay something before all departments of the task. */
  mayShare?: boolean;
}

/** The evidence of a task: uploaded, shown inside the page, downloaded, replaced, withdrawn. */
export function EvidenceList({ taskId, mayUpload, ...upload }: EvidenceListProps): ReactNode {
  const { t } = useTranslation('evidence-list');
  const [withPast, setWithPast] = useState(false);
  const [shown, setShown] = useState<Evidence | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const read = useTaskEvidence(taskId, withPast);
  return (
    <div className="evidence">
      {mayUpload && <EvidenceUpload taskId={taskId} {...upload} />}
      {read.isPending && <PageState kind="loading" />}
      {read.error !== null && <PageState kind="error" error={read.error} onRetry={read.retry} />}
      {!read.isPending && read.error === null && (
        <>
          {read.items.length === 0 && <p className="evidence-none">{t('none')}</p>}
          <ul className="evidence-rows">
            {read.items.map((piece) => (
              <EvidenceRow
                key={piece.id}
                piece={piece}
                onShow={() => setShown(piece)}
                onOpen={() => setOpened(piece.id)}
              />
            ))}
          </ul>
          <div className="evidence-foot no-print">
            {read.hasMore && <Button onClick={read.more}>{t('more')}</Button>}
            <Checkbox checked={withPast} onChange={({ target }) => setWithPast(target.checked)}>
              {t('withPast')}
            </Checkbox>
          </div>
        </>
      )}
      <Suspense fallback={null}>
        {shown && <EvidencePreview piece={shown} onClose={() => setShown(null)} />}
        {opened && <EvidenceSheet id={opened} onShow={setShown} onClose={() => setOpened(null)} />}
      </Suspense>
    </div>
  );
}
