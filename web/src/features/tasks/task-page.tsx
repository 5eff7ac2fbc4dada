import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { DeedBar } from '../../components/task-deeds/deed-bar.js';
import { taskPageQuery } from '../../components/task-deeds/task-page-query.js';
import { AuditPanel } from './audit-panel.js';
import { DeadlinesPanel } from './deadlines-panel.js';
import { EvidencePanel } from './evidence-panel.js';
import { MilestonesPanel } from './milestones-panel.js';
import { MonthsPanel } from './months-panel.js';
import { PartsPanel } from './parts-panel.js';
import { RemindersPanel } from './reminders-panel.js';
import { RequestsPanel } from './requests-panel.js';
import { RequirementPanel } from './requirement-panel.js';
import { RollUpPanel } from './roll-up/roll-up-panel.js';
import { Standing } from './standing.js';
import './tasks.css';
import type { TaskView } from './task-types.js';

/** Everything of one task on one page. */
export function TaskPage(): ReactNode {
  const { t } = useTranslation('tasks');
  const { id = '' } = useParams();
  const read = useQuery(taskPageQuery(id));
  if (read.data) return <Loaded page={read.data} />;
  return (
    <Page title={t('title')}>
      {read.isPending ? (
        <PageState kind="loading" />
      ) : (
        <PageState
          kind="error"
          error={read.error}
          onRetry={() => void read.refetch()}
          action={<Link to="/ledger">{t('toLedger')}</Link>}
        />
      )}
    </Page>
  );
}

function Loaded({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const { task, ledger } = page;
  return (
    <Page
      title={t('heading', { number: task.number, title: task.title })}
      note={
        <Link to={`/ledger?ledger=${encodeURIComponent(ledger.code)}`}>
          {ledger.title}
          {ledger.sourceNumber && t('number', { number: ledger.sourceNumber })}
        </Link>
      }
      actions={<Button onClick={() => window.print()}>{t('print')}</Button>}
    >
      <div className="task">
        <Standing page={page} />
        <DeedBar page={page} />
        <Contents page={page} />
        <RollUpPanel page={page} />
        <div className="task-columns">
          <div className="task-main">
            <RequirementPanel page={page} />
            <MonthsPanel page={page} />
            <EvidencePanel page={page} />
            <RequestsPanel page={page} />
          </div>
          <div className="task-side">
            <PartsPanel page={page} />
            <DeadlinesPanel page={page} />
            <MilestonesPanel page={page} />
          </div>
        </div>
        <RemindersPanel page={page} />
        <AuditPanel page={page} />
      </div>
    </Page>
  );
}

/** Where the parts of a long page are. */
function Contents({ page }: { page: TaskView }): ReactNode {
  const { t } = useTranslation('tasks');
  const parts: readonly [string, number | null][] = [
    ['requirement', null],
    ['parts', page.parts.length],
    ['deadlines', null],
    ['milestones', page.task.milestones.length || null],
    ['months', page.reports.length || null],
    ['evidence', null],
    ['requests', page.task.extensionRequests.length + page.closeOutRequests.length || null],
    ['reminders', page.reminders.length || null],
    ['audit', null],
  ];
  return (
    <nav className="task-contents no-print" aria-label={t('contents')}>
      {parts.map(([name, count]) => (
        <a key={name} href={`#${name}`}>
          {t(`${name}.title`)}
          {count !== null && <span className="task-contents-count">{count}</span>}
        </a>
      ))}
    </nav>
  );
}
