import { Button, Modal } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageState } from '../../components/page-state.js';
import type { BoardFacets, Ledger } from './board-types.js';

const IssuePanel = lazy(() =>
  import('./import/issue-panel.js').then((file) => ({ default: file.IssuePanel })),
);

/** Issues what is registered and not yet assigned, where there is such and it is clear in which ledger. */
export function IssueButton({
  ledgers,
  chosen,
  facets,
}: {
  ledgers: readonly Ledger[];
  /** Code of the ledger that is looked at. */
  chosen: string | undefined;
  facets: BoardFacets | undefined;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const [isOpen, setOpen] = useState(false);
  const open = ledgers.filter(({ state }) => state !== 'CLOSED');
  const ledger = open.length === 1 ? open[0] : open.find(({ code }) => code === chosen);
  const count = facets?.states.find(({ value }) => value === 'REGISTERED')?.count ?? 0;
  if (!ledger || count === 0) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('issueNow', { count })}
      </Button>
      {isOpen && (
        <Modal open footer={null} width={720} title={t('import.step.issue')} onCancel={() => setOpen(false)}>
          <Suspense fallback={<PageState kind="loading" />}>
            <IssuePanel ledgerId={ledger.id} />
          </Suspense>
        </Modal>
      )}
    </>
  );
}
