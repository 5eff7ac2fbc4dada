import { Checkbox, Input, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../file-drop.js';
import { useEvidenceRules } from './evidence-query.js';
import type { Evidence, EvidenceSubject } from './evidence-types.js';

const DayPicker = lazy(() => import('../day-picker.js').then((file) => ({ default: file.DayPicker })));

interface EvidenceUploadProps {
  taskId: string;
  subject?: EvidenceSubject;
  month?: string;
  mayShare?: boolean;
  /** The piece that what is uploaded here replaces. */
  supersedes?: string;
  onDone?: (piece: Evidence) => void;
}

/** What is said of the files, then the files themselves; each goes at once. */
export function EvidenceUpload({
  taskId,
  subject,
  month,
  mayShare = false,
  supersedes,
  onDone,
}: EvidenceUploadProps): ReactNode {
  const { t } = useTranslation('evidence-list');
  const client = useQueryClient();
  const rules = useEvidenceRules();
  const [description, setDescription] = useState('');
  const [secrecy, setSecrecy] = useState('INTERNAL');
  const [validUntil, setValidUntil] = useState<string | null>(null);
  const [isShared, setShared] = useState(false);
  const said = { description: description.trim(), validUntil, month, supersedes, secrecy };
  const asked = new URLSearchParams(
    Object.entries(said).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  if (subject) {
    asked.set('subjectKind', subject.kind);
    asked.set('subjectId', subject.id);
  }
  if (isShared) asked.set('isShared', 'true');
  const done = (piece: Evidence): void => {
    void client.invalidateQueries({ queryKey: ['task', taskId] });
    void client.invalidateQueries({ queryKey: ['evidence'] });
    onDone?.(piece);
  };
  return (
    <div className="evidence-upload no-print">
      {rules.data?.notice && <p className="evidence-notice">{rules.data.notice}</p>}
      <div className="evidence-said">
        <Input
          className="evidence-description"
          aria-label={t('description')}
          placeholder={t('descriptionHint')}
          maxLength={500}
          value={description}
          onChange={({ target }) => setDescription(target.value)}
        />
        <Select
          aria-label={t('secrecy')}
          value={secrecy}
          onChange={setSecrecy}
          options={['INTERNAL', 'PUBLIC'].map((value) => ({ value, label: t(`secrecyOf.${value}`) }))}
        />
        <label className="evidence-until">
          {t('until')}
          <Suspense fallback={null}>
            <DayPicker value={validUntil} onChange={setValidUntil} />
          </Suspense>
        </label>
        {mayShare && (
          <Checkbox checked={isShared} onChange={({ target }) => setShared(target.checked)}>
            {t('share')}
          </Checkbox>
        )}
      </div>
      <FileDrop<Evidence>
        label={supersedes ? t('replacement') : t('label')}
        multiple={supersedes === undefined}
        url={`/api/v1/tasks/${taskId}/evidence?${asked.toString()}`}
        maxMb={rules.data ? Math.floor(rules.data.maxBytes / 1024 / 1024) : undefined}
        accept={rules.data?.kinds.map(({ extension }) => `.${extension.replace(/^\./, '')}`).join(',')}
        onDone={done}
      />
    </div>
  );
}
