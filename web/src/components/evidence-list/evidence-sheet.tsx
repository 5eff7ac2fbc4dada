import { App, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch } from '../../api/headers.js';
import { ConfirmDeed } from '../confirm-deed.js';
import { PageState } from '../page-state.js';
import { EvidenceChange } from './evidence-change.js';
import { useEvidenceSheet } from './evidence-query.js';
import { EvidenceRow } from './evidence-row.js';
import type { Evidence } from './evidence-types.js';
import { EvidenceUpload } from './evidence-upload.js';

/** One piece with its versions, what it proves or proved, and the deeds that are open on it. */
export function EvidenceSheet({
  id,
  onShow,
  onClose,
}: {
  id: string;
  onShow: (piece: Evidence) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('evidence-list');
  const { message } = App.useApp();
  const client = useQueryClient();
  const read = useEvidenceSheet(id);
  const piece = read.data;
  const finish = async (said: string): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['evidence'] });
    await client.invalidateQueries({ queryKey: ['task', piece?.taskId] });
    void message.success(said);
    onClose();
  };
  const remove = async (reason: string): Promise<void> => {
    const asked = { params: { path: { id } }, body: { reason }, headers: ifMatch(piece?.version ?? 0) };
    await take(api.POST('/api/v1/evidence/{id}/remove', asked));
    await finish(t('removedNow'));
  };
  return (
    <Modal open width="min(820px, 96vw)" title={piece?.name ?? t('open')} footer={null} onCancel={onClose}>
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {piece && (
        <>
          <h3 className="evidence-part">{t('versions')}</h3>
          <ul className="evidence-rows">
            {piece.versions.toReversed().map((version) => (
              <EvidenceRow key={version.id} piece={version} onShow={() => onShow(version)} />
            ))}
          </ul>
          <h3 className="evidence-part">{t('proves')}</h3>
          <ul className="evidence-links">
            {piece.linkHistory.map((link) => (
              <li key={link.id}>
                {t('link', { kind: link.subjectKindLabel, day: link.addedOn, who: link.addedBy })}
                {link.removedOn !== null &&
                  t('linkEnded', { day: link.removedOn, who: link.removedBy, text: link.removalReason })}
              </li>
            ))}
          </ul>
          <p className="evidence-hash">{t('hash', { hash: piece.sha256 })}</p>
          {piece.deeds.includes('CHANGE') && (
            <EvidenceChange key={piece.version} piece={piece} onDone={() => finish(t('changed'))} />
          )}
          {piece.deeds.includes('REPLACE') && (
            <>
              <h3 className="evidence-part">{t('replace')}</h3>
              <EvidenceUpload
                taskId={piece.taskId}
                supersedes={piece.id}
                month={piece.month}
                onDone={() => void finish(t('replaced'))}
              />
            </>
          )}
          {piece.deeds.includes('REMOVE') && (
            <ConfirmDeed
              danger
              label={t('remove')}
              title={t('removeAsk', { name: piece.name })}
              reason="required"
              onConfirm={remove}
            />
          )}
        </>
      )}
    </Modal>
  );
}
