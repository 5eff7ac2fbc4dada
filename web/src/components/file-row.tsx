import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeOf } from '../lib/file-size.js';
import { sentenceOf } from './page-state.js';
import type { Upload } from '../api/upload-queue.js';

const ON_ITS_WAY: ReadonlySet<Upload['state']> = new Set(['WAITING', 'SENDING']);

/** A file on its way or at its end, with what can be done about it. */
export function FileRow({
  upload,
  maxMb,
  onCancel,
  onRetry,
  onDismiss,
}: {
  upload: Upload;
  /** The limit a file that is too large is told. */
  maxMb: number;
  onCancel: () => void;
  onRetry: () => void;
  onDismiss: () => void;
}): ReactNode {
  const { t } = useTranslation('components');
  const { file, share, state, error } = upload;
  const percent = Math.floor(share * 100);
  const said = state === 'FAILED' ? sentenceOf(error, t) : t(`files.${state}`, { percent, limit: maxMb });
  return (
    <li className={`file-row file-row-${state.toLowerCase()}`}>
      <span className="file-row-name">{file.name}</span>
      <span className="file-row-size">{sizeOf(file.size)}</span>
      {ON_ITS_WAY.has(state) && (
        <progress value={percent} max={100} aria-label={t('files.sending', { name: file.name })} />
      )}
      <span className="file-row-said">{said}</span>
      {ON_ITS_WAY.has(state) ? (
        <button type="button" onClick={onCancel} aria-label={t('files.cancelOf', { name: file.name })}>
          {t('files.cancel')}
        </button>
      ) : (
        <>
          {state === 'FAILED' && (
            <button type="button" onClick={onRetry} aria-label={t('files.retryOf', { name: file.name })}>
              {t('files.retry')}
            </button>
          )}
          <button type="button" onClick={onDismiss} aria-label={t('files.dismissOf', { name: file.name })}>
            {t('files.dismiss')}
          </button>
        </>
      )}
    </li>
  );
}
