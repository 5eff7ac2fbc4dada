import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeOf } from '../../lib/file-size.js';
import { DayText, useMonthInWords } from '../day-text.js';
import { sentenceOf } from '../page-state.js';
import { linkTo } from './evidence-query.js';
import type { Evidence } from './evidence-types.js';

/** A piece in the list: what it is, whose, how long it is good, and what can be done with it. */
export function EvidenceRow({
  piece,
  onShow,
  onOpen,
}: {
  piece: Evidence;
  onShow: () => void;
  onOpen?: () => void;
}): ReactNode {
  const { t } = useTranslation('evidence-list');
  const inWords = useMonthInWords();
  const isPast = piece.removedOn !== null || piece.supersededBy !== null;
  return (
    <li className={isPast ? 'evidence-row is-past' : 'evidence-row'}>
      <div className="evidence-what">
        <b className="evidence-name">{piece.name}</b>
        {piece.ordinal > 1 && (
          <span className="evidence-tag">{t('version', { ordinal: piece.ordinal })}</span>
        )}
        {piece.validUntil !== null && (
          <span className={`evidence-tag evidence-${piece.validity.toLowerCase()}`}>
            {t('validUntil', { day: piece.validUntil, label: piece.validityLabel })}
          </span>
        )}
        {piece.isShared && <span className="evidence-tag">{t('shared')}</span>}
        {piece.removedOn !== null && <span className="evidence-tag">{t('removed')}</span>}
        {piece.supersededBy !== null && <span className="evidence-tag">{t('superseded')}</span>}
        <div className="evidence-note">
          {t('about', {
            department: piece.department?.name ?? t('office'),
            month: inWords(piece.month),
            size: sizeOf(piece.bytes),
            secrecy: piece.secrecyLabel,
          })}
          <DayText day={piece.uploadedOn} /> {piece.uploader}
        </div>
        {piece.description && <div className="evidence-note">{piece.description}</div>}
        {piece.removalReason && (
          <div className="evidence-note">{t('removalReason', { text: piece.removalReason })}</div>
        )}
      </div>
      <div className="evidence-deeds no-print">
        {piece.canPreview && (
          <Button size="small" onClick={onShow} aria-label={t('showOf', { name: piece.name })}>
            {t('show')}
          </Button>
        )}
        <DownloadButton piece={piece} />
        {onOpen && (
          <Button size="small" onClick={onOpen} aria-label={t('openOf', { name: piece.name })}>
            {t('open')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Asks for an address that is good for a minute and follows it; the file comes as an attachment. */
function DownloadButton({ piece }: { piece: Evidence }): ReactNode {
  const { t } = useTranslation('evidence-list');
  const { t: said } = useTranslation('components');
  const { message } = App.useApp();
  const download = async (): Promise<void> => {
    try {
      location.assign(await linkTo(piece.id));
    } catch (error) {
      void message.error(sentenceOf(error, said));
    }
  };
  return (
    <Button size="small" onClick={() => void download()} aria-label={t('downloadOf', { name: piece.name })}>
      {t('download')}
    </Button>
  );
}
