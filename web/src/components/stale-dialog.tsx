import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale, type Problem } from '../api/problem.js';
import { InstantText } from './day-text.js';
import words from './texts/zh-CN.json';

/** One change that somebody else made meanwhile. */
export interface OtherChange {
  who: string;
  /** Instant, ms. */
  at: number;
  what: string;
}

/** Fields that have a word for the reader; others are told together. */
const FIELDS: ReadonlySet<string> = new Set(Object.keys(words.stale.field));

/** What the refusal itself says of the change it lost to: who, when, which fields. */
function changesOf(error: Problem, wordOf: (field: string) => string): OtherChange[] {
  const { by, holder, at, fields } = error.details as {
    by?: string;
    holder?: string;
    at?: number;
    fields?: string[];
  };
  if (by === undefined || at === undefined) return [];
  const told = new Set((fields ?? []).map((field) => wordOf(FIELDS.has(field) ? field : 'other')));
  return [{ who: holder ? `${holder} (${by})` : by, at, what: [...told].join('、') }];
}

/**
 * Shown when a write was refused because somebody else had changed the record: who changed what and when, as the refusal
 * or the caller knows it, and the choice between the new state and one's own text. Renders nothing for any other error.
 */
export function StaleDialog({
  error,
  changes,
  onReload,
  onKeep,
}: {
  error: unknown;
  /** Where the caller knows more than the refusal tells; newest first. */
  changes?: readonly OtherChange[];
  /** Reads the record anew and gives up what was typed. */
  onReload: () => void;
  /** Reads the record's new version and keeps what was typed, to be looked over and submitted again. */
  onKeep: () => void;
}): ReactNode {
  const { t } = useTranslation('components');
  if (!isStale(error)) return null;
  const shown = changes ?? changesOf(error, (field) => t(`stale.field.${field}`));
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
      {shown.length > 0 ? (
        <ul className="stale-changes">
          {shown.map((change) => (
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
