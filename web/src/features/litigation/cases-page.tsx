import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRole, useSession } from '../../api/session.js';
import { LongList } from '../../components/long-list.js';
import { Page } from '../../components/page.js';
import { useWide } from '../../lib/use-wide.js';
import { CaseFilters } from './case-filters.js';
import { CaseCards, CaseTable } from './case-list.js';
import { registerDeed } from './deeds/case-deeds.js';
import './litigation.css';
import { casesQuery, type CaseFilter } from './litigation-queries.js';
import { isOffice } from './roles.js';
import { useChoices } from './use-choices.js';

const DeedDialog = lazy(() =>
  import('./deeds/deed-dialog.js').then((file) => ({ default: file.DeedDialog })),
);
const ImportDialog = lazy(() =>
  import('./list/import-dialog.js').then((file) => ({ default: file.ImportDialog })),
);

/** 应诉案件: every case the person may see, and the place where a new one is registered. */
export function CasesPage(): ReactNode {
  const { t } = useTranslation('litigation');
  const { choices, choose } = useChoices();
  const read = useInfiniteQuery(casesQuery(filterOf(choices)));
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  const isWide = useWide();
  return (
    <Page title={t('cases.title')} actions={isOffice(useRole()) && <Register />}>
      <CaseFilters choices={choices} choose={choose} />
      <section className="panel" aria-label={t('cases.title')}>
        <LongList read={read} isEmpty={items.length === 0} none={t('cases.none')}>
          {items.length > 0 && (isWide ? <CaseTable items={items} /> : <CaseCards items={items} />)}
        </LongList>
      </section>
    </Page>
  );
}

function Register(): ReactNode {
  const { t } = useTranslation('litigation');
  const { today } = useSession();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [isImportOpen, setImportOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setImportOpen(true)}>{t('import.label')}</Button>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('deed.register')}
      </Button>
      {isImportOpen && (
        <Suspense fallback={null}>
          <ImportDialog onClose={() => setImportOpen(false)} />
        </Suspense>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <DeedDialog
            deed={registerDeed(today)}
            onClose={() => setOpen(false)}
            onDone={({ id }) => void navigate(`/court-cases/${id}`)}
          />
        </Suspense>
      )}
    </>
  );
}

/** The filter of the list out of the address; what is not one of the service's words is left out by the service. */
function filterOf(choices: Readonly<Record<string, string>>): CaseFilter {
  const { department, year, instance, register, q } = choices;
  return {
    ...(department ? { department } : {}),
    ...(year ? { year: Number(year) } : {}),
    ...(instance ? { instance: instance as NonNullable<CaseFilter['instance']> } : {}),
    ...(register ? { register: register as NonNullable<CaseFilter['register']> } : {}),
    ...(q ? { q } : {}),
  };
}
