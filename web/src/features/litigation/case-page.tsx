import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { useRole, useSession } from '../../api/session.js';
import { Fact } from '../../components/fact.js';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { CaseDuties } from './case-duties.js';
import { CaseInstance } from './case-instance.js';
import { caseDeeds } from './deeds/case-deeds.js';
import { DeedButtons } from './deeds/deed-buttons.js';
import './litigation.css';
import { caseQuery, type CourtCase } from './litigation-queries.js';
import { isOffice } from './roles.js';

/** One case: its instances, hearings and who sat there, and what of it counts. */
export function CasePage(): ReactNode {
  const { t } = useTranslation('litigation');
  const { id = '' } = useParams();
  const read = useQuery(caseQuery(id));
  if (read.data) return <Loaded one={read.data} />;
  return (
    <Page title={t('case.title')}>
      {read.isPending ? (
        <PageState kind="loading" />
      ) : (
        <PageState
          kind="error"
          error={read.error}
          onRetry={() => void read.refetch()}
          action={<Link to="/court-cases">{t('case.toList')}</Link>}
        />
      )}
    </Page>
  );
}

function Loaded({ one }: { one: CourtCase }): ReactNode {
  const { t } = useTranslation('litigation');
  const { today } = useSession();
  const isOfOffice = isOffice(useRole());
  const latest = one.instances.at(-1);
  const { hash } = useLocation();
  useEffect(() => {
    // The hearing a link leads to is there only now that the case has been read.
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash, one.id]);
  return (
    <Page
      title={t('case.heading', { plaintiff: one.plaintiff, cause: one.cause })}
      note={latest?.number}
      actions={<Button onClick={() => window.print()}>{t('print')}</Button>}
    >
      <section className="panel" aria-label={t('case.facts')}>
        <dl className="court-facts">
          <Fact name={t('field.register')}>
            {one.registerLabel} {one.publicInterest && <Tag>{t('field.publicInterest')}</Tag>}
          </Fact>
          <Fact name={t('field.plaintiff')}>{one.plaintiff}</Fact>
          <Fact name={t('field.cause')}>{one.cause}</Fact>
          {one.actSued !== '' && <Fact name={t('field.actSued')}>{one.actSued}</Fact>}
        </dl>
        {isOfOffice && <DeedButtons deeds={caseDeeds(one, today)} about={t('case.title')} />}
      </section>
      <CaseDuties duties={one.duties} />
      {one.instances.toReversed().map((instance) => (
        <CaseInstance key={instance.id} one={one} instance={instance} />
      ))}
    </Page>
  );
}
