import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageState } from '../../components/page-state.js';
import type { Matter } from './decision-types.js';
import { OpinionDialog } from './opinion-dialog.js';
import { OpinionImportDialog } from './opinion-import-dialog.js';
import { opinionsQuery, type Opinion, type Opinions } from './opinion-queries.js';
import { OpinionTable } from './opinion-table.js';

/** What the public said and what became of it; the undertaking department enters, changes and imports it. */
export function OpinionsPanel({ matter: { decision } }: { matter: Matter }): ReactNode {
  const { t } = useTranslation('decisions');
  const { data, error, refetch } = useQuery(opinionsQuery(decision.id));
  return (
    <section className="panel" aria-labelledby="opinions-title">
      <h2 id="opinions-title">{t('opinions.title')}</h2>
      <p className="decision-quiet">{t('opinions.lead')}</p>
      {data && <Known id={decision.id} known={data} />}
      {!data && error === null && <PageState kind="loading" />}
      {!data && error !== null && <PageState kind="error" error={error} onRetry={() => void refetch()} />}
    </section>
  );
}

function Known({ id, known }: { id: string; known: Opinions }): ReactNode {
  const { t } = useTranslation('decisions');
  const [edited, setEdited] = useState<Opinion | null>(null);
  const { items, mayWrite, version } = known;
  return (
    <>
      {items.length === 0 && <p className="decision-quiet">{t('opinions.none')}</p>}
      {items.length > 0 && <OpinionTable opinions={items} onEdit={mayWrite ? setEdited : null} />}
      <div className="decision-deeds no-print">
        {mayWrite && <Writing id={id} version={version} />}
        {(mayWrite || items.length > 0) && (
          <Button href={`/api/v1/decisions/${id}/opinions/export.xlsx`} download>
            {t(items.length > 0 ? 'opinions.export' : 'opinions.form')}
          </Button>
        )}
      </div>
      {edited && <OpinionDialog id={id} version={version} opinion={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

/** The two ways of entering opinions. */
function Writing({ id, version }: { id: string; version: number }): ReactNode {
  const { t } = useTranslation('decisions');
  const [way, setWay] = useState<'ADD' | 'IMPORT' | null>(null);
  const close = (): void => setWay(null);
  return (
    <>
      <Button onClick={() => setWay('ADD')}>{t('opinions.add')}</Button>
      <Button onClick={() => setWay('IMPORT')}>{t('opinions.import')}</Button>
      {way === 'ADD' && <OpinionDialog id={id} version={version} opinion={null} onClose={close} />}
      {way === 'IMPORT' && <OpinionImportDialog id={id} version={version} onClose={close} />}
    </>
  );
}
