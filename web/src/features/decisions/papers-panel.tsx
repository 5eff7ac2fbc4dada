import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matter } from './decision-types.js';
import { NoticeDialog } from './notice-dialog.js';

/** Papers made from the file: what is archived and what is missing, everything in one pack, the notice to the public. */
export function PapersPanel({ matter: { decision, procedure } }: { matter: Matter }): ReactNode {
  const { t } = useTranslation('decisions');
  const [isOpen, setOpen] = useState(false);
  const hasComments = procedure.steps.some(({ fields }) => fields.some(({ id }) => id === 'closesOn'));
  return (
    <section className="panel no-print" aria-labelledby="papers-title">
      <h2 id="papers-title">{t('made.title')}</h2>
      <ul className="decision-rows">
        <li>
          <a href={`/api/v1/decisions/${decision.id}/archive-list`} download>
            {t('made.archiveList')}
          </a>
        </li>
        <li>
          <a href={`/api/v1/decisions/${decision.id}/pack`} download>
            {t('made.pack')}
          </a>
          <span className="decision-quiet">{t('made.packLead')}</span>
        </li>
      </ul>
      {hasComments && <Button onClick={() => setOpen(true)}>{t('made.notice')}</Button>}
      {isOpen && <NoticeDialog decision={decision} onClose={() => setOpen(false)} />}
    </section>
  );
}
