import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { DecisionActions } from './decision-actions.js';
import { DecisionFacts } from './decision-facts.js';
import { decisionQuery, proceduresQuery } from './decision-queries.js';
import './decisions.css';
import { DraftsPanel } from './drafts-panel.js';
import { ExceptionsPanel } from './exceptions-panel.js';
import { HistoryPanel } from './history-panel.js';
import { OpinionsPanel } from './opinions-panel.js';
import { PapersPanel } from './papers-panel.js';
import { StepItem } from './step-item.js';

/** One decision: how it stands, every step of its procedure, its drafts, and all that was done. */
export function DecisionPage(): ReactNode {
  const { t } = useTranslation('decisions');
  const { id = '' } = useParams();
  const read = useQuery(decisionQuery(id));
  const procedures = useQuery(proceduresQuery);
  const error = read.error ?? procedures.error;
  const decision = read.data;
  const procedure = procedures.data?.items.find((one) => one.id === decision?.procedureId);
  const matter = decision && procedure ? { decision, procedure } : null;
  const retry = (): void => void Promise.all([read.refetch(), procedures.refetch()]);
  return (
    <Page
      title={decision ? t('heading', { number: decision.number, title: decision.title }) : t('decision')}
      note={decision?.stateLabel}
      actions={matter && <DecisionActions matter={matter} />}
    >
      {!matter && error === null && <PageState kind="loading" />}
      {!matter && error !== null && <PageState kind="error" error={error} onRetry={retry} />}
      {matter && (
        <div className="decision">
          <div className="decision-main">
            <section className="panel" aria-labelledby="steps-title">
              <h2 id="steps-title">{t('steps', { procedure: matter.procedure.name })}</h2>
              <p className="decision-quiet">
                {[matter.procedure.source, ...matter.procedure.overlays].join('、')}
              </p>
              <ol className="steps">
                {matter.decision.steps.map((step) => (
                  <StepItem key={`${step.id} ${step.state}`} matter={matter} step={step} />
                ))}
              </ol>
            </section>
            <OpinionsPanel matter={matter} />
            <HistoryPanel decision={matter.decision} />
          </div>
          <div className="decision-side">
            <DecisionFacts matter={matter} />
            <ExceptionsPanel matter={matter} />
            <DraftsPanel matter={matter} />
            <PapersPanel matter={matter} />
          </div>
        </div>
      )}
    </Page>
  );
}
