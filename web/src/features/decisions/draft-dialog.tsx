import { useQueryClient } from '@tanstack/react-query';
import { App, Modal, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEvidenceRules } from '../../components/evidence-list/evidence-query.js';
import { FileDrop } from '../../components/file-drop.js';
import { LinesField } from '../../components/lines-field.js';
import { TOUCHED } from './decision-queries.js';
import type { Decision, DeedOffer } from './decision-types.js';

/** Takes a version of the draft: what has changed and whether it is a change in substance, then the file. */
export function DraftDialog({
  decision,
  offer,
  onClose,
}: {
  decision: Decision;
  offer: DeedOffer;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const { message } = App.useApp();
  const client = useQueryClient();
  const rules = useEvidenceRules();
  const isFirst = decision.drafts.length === 0;
  const [substantive, setSubstantive] = useState(!isFirst);
  const [note, setNote] = useState('');
  const asked = new URLSearchParams({ substantive: String(substantive), note: note.trim() });
  return (
    <Modal open title={offer.label} footer={null} onCancel={onClose} mask={{ closable: false }}>
      {!isFirst && (
        <>
          <Radio.Group
            className="decision-choice"
            aria-label={t('drafts.kind')}
            value={substantive}
            onChange={(event) => setSubstantive(event.target.value as boolean)}
            options={[
              { value: true, label: t('drafts.substantive') },
              { value: false, label: t('drafts.wording') },
            ]}
          />
          <p className="decision-quiet">{t(substantive ? 'drafts.lead' : 'drafts.leadWording')}</p>
        </>
      )}
      <LinesField label={t('drafts.note')} rows={2} maxLength={500} value={note} onText={setNote} />
      <FileDrop
        label={t('drafts.file')}
        url={`/api/v1${offer.path}?${asked.toString()}`}
        maxMb={rules.data ? Math.floor(rules.data.maxBytes / 1024 / 1024) : undefined}
        accept={rules.data?.kinds.map(({ extension }) => `.${extension.replace(/^\./, '')}`).join(',')}
        onDone={() => {
          void message.success(t('done', { label: offer.label }));
          for (const queryKey of TOUCHED) void client.invalidateQueries({ queryKey });
          onClose();
        }}
      />
    </Modal>
  );
}
