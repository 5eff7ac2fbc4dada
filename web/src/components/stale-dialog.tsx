import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale } from '../api/problem.js';
import { InstantText } from './day-text.js';

/** One change that somebody else made meanwhile. */
export interface OtherChange {
  who: string;
  /** Instant, ms. */
  at: number;
  what: string;
}

/**
 * Shown when a write was refused because somebody else had changed the record: who changed what and when, as far as the
 * caller could find out, and the choice between the new state and one's own text. Renders nothing for any other error.
 */
export function StaleDialog({
  error,
  changes,
  onReload,
  onKeep,
}: {
  error: unknown;
  /** From the record's history, newest first; left out where there is none to ask. */
  changes?: readonly OtherChange[];
  /** Reads the record anew and gives up what was typed. */
  onReload: () => void;
  /** Reads the record's new version and keeps what was typed, to be looked over and submitted again. */
  onKeep: () => void;
}): ReactNode {
  const { t } = useTranslation('components');
  if (!isStale(error)) return null;
  return (
    <Modal
      open
      title={t('stale.title')}
      onCancel={onKeep}
      footer={[
        <Button key="reload" onClick={onReload}>
          {t('stale.reload')}
        </Button>,
        <Button key="keep" type="primary" onClick={onKeep}>
          {t('stale.keep')}
        </Button>,
      ]}
    >
      {changes && changes.length > 0 ? (
        <ul className="stale-changes">
          {changes.map((change) => (
            <li key={`${change.at} ${change.what}`}>
              <InstantText at={change.at} /> {t('stale.change', { who: change.who, what: change.what })}
            </li>
          ))}
        </ul>
      ) : (
        <p>{error.title}</p>
      )}
      <p>{t('stale.advice')}</p>
    </Modal>
  );
}
