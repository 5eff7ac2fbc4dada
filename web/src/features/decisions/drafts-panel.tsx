import { Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import type { Matter } from './decision-types.js';
import { DraftDialog } from './draft-dialog.js';
import { FileLink } from './file-link.js';

/** Versions of the draft, the latest first, each with the hash that reviews and deliberations are bound to. */
export function DraftsPanel({ matter: { decision } }: { matter: Matter }): ReactNode {
  const { t } = useTranslation('decisions');
  const [isOpen, setOpen] = useState(false);
  const offer = decision.deeds.find(({ deed }) => deed === 'CHANGE_DRAFT');
  const drafts = decision.drafts.map((draft, index) => ({ ...draft, ordinal: index + 1 })).toReversed();
  return (
    <section className="panel" aria-labelledby="drafts-title">
      <h2 id="drafts-title">{t('drafts.title')}</h2>
      {drafts.length === 0 && <p className="decision-quiet">{t('drafts.none')}</p>}
      <ul className="decision-rows">
        {drafts.map((draft) => (
          <li key={draft.seq}>
            <strong>{t('drafts.version', { ordinal: draft.ordinal })}</strong>
            <FileLink id={decision.id} file={draft} />
            {draft.ordinal > 1 && (
              <Tag color={draft.substantive ? 'orange' : 'default'}>
                {t(draft.substantive ? 'drafts.substantive' : 'drafts.wording')}
              </Tag>
            )}
            <span className="decision-quiet">
              {draft.recordedBy} <DayText day={draft.recordedOn} />
            </span>
            {draft.note !== '' && <p>{draft.note}</p>}
            <p className="decision-hash">SHA-256 {draft.sha256}</p>
          </li>
        ))}
      </ul>
      {offer && (
        <div className="decision-deeds no-print">
          <Button disabled={!offer.possible} onClick={() => setOpen(true)}>
            {offer.label}
          </Button>
        </div>
      )}
      {offer && !offer.possible && <p className="decision-quiet">{offer.reason}</p>}
      {offer && isOpen && <DraftDialog decision={decision} offer={offer} onClose={() => setOpen(false)} />}
    </section>
  );
}
