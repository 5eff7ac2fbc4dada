import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './evidence.css';
import { useTaskEvidence } from './evidence-query.js';
import { EvidenceUpload } from './evidence-upload.js';

/** Which pieces of a task's evidence a request relies on; what is uploaded here is chosen at once. */
export function EvidenceChoice({
  taskId,
  value,
  onChange,
}: {
  taskId: string;
  /** Ids of the pieces. */
  value: readonly string[];
  onChange: (ids: string[]) => void;
}): ReactNode {
  const { t } = useTranslation('evidence-list');
  const read = useTaskEvidence(taskId, false);
  return (
    <div className="evidence-choice">
      {!read.isPending && read.items.length === 0 && <p className="evidence-none">{t('none')}</p>}
      <ul className="evidence-rows">
        {read.items.map(({ id, name, department, uploadedOn }) => (
          <li key={id}>
            <Checkbox
              checked={value.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...value, id] : value.filter((each) => each !== id))
              }
            >
              {t('choice', { name, department: department?.name ?? t('office'), day: uploadedOn })}
            </Checkbox>
          </li>
        ))}
      </ul>
      <EvidenceUpload taskId={taskId} onDone={({ id }) => onChange([...new Set([...value, id])])} />
    </div>
  );
}
