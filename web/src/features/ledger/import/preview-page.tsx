import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageState } from '../../../components/page-state.js';
import { Page } from '../../../components/page.js';
import { CommitPanel } from './commit-panel.js';
import { DiffPanel } from './diff-panel.js';
import './import.css';
import { ImportSteps } from './import-steps.js';
import { importQuery, type LedgerImport } from './import-types.js';
import { IssuePanel } from './issue-panel.js';
import { MappingPanel } from './mapping-panel.js';
import { PreviewActions } from './preview-actions.js';
import { RowsPanel } from './rows-panel.js';

/** A file as it was read: mended where it stands, compared with the ledger, taken over, issued. */
export function PreviewPage(): ReactNode {
  const { t } = useTranslation('ledger');
  const { id = '' } = useParams();
  const read = useQuery(importQuery(id));
  const content = read.data;
  if (!content)
    return (
      <Page title={t('import.title')}>
        {read.isPending ? (
          <PageState kind="loading" />
        ) : (
          <PageState
            kind="error"
            error={read.error}
            action={<Link to="/ledger/import">{t('import.again')}</Link>}
          />
        )}
      </Page>
    );
  return (
    <Page
      title={t('import.title')}
      note={t('import.of', { file: content.fileName, ledger: content.ledger })}
      actions={content.state === 'PREVIEW' && <PreviewActions content={content} />}
    >
      <ImportSteps at={content.state === 'PREVIEW' ? 1 : 3} />
      {content.state === 'PREVIEW' && <Checking content={content} />}
      {content.state === 'COMMITTED' && content.ledgerId !== null && (
        <IssuePanel ledgerId={content.ledgerId} />
      )}
      {content.state === 'DISCARDED' && (
        <PageState
          kind="empty"
          title={t('import.discarded')}
          action={<Link to="/ledger/import">{t('import.again')}</Link>}
        />
      )}
    </Page>
  );
}

function Checking({ content }: { content: LedgerImport }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <div className="import-check">
      {content.notices.length > 0 && (
        <ul className="import-notices" aria-label={t('import.notices')}>
          {content.notices.map((notice) => (
            <li key={`${notice.code} ${notice.cell}`}>{notice.message}</li>
          ))}
        </ul>
      )}
      {content.kind === 'LEDGER' && <MappingPanel key={`mapping ${content.version}`} content={content} />}
      <RowsPanel content={content} />
      <DiffPanel content={content} />
      <CommitPanel content={content} />
    </div>
  );
}
