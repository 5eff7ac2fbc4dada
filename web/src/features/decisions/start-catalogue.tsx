import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { once } from '../../api/headers.js';
import { useRole } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { PageState, sentenceOf } from '../../components/page-state.js';
import { TOUCHED } from './decision-queries.js';

/** A year without a catalogue, and its opening; that of a district below is opened there. */
export function StartCatalogue({ year, isBelow }: { year: number; isBelow: boolean }): ReactNode {
  const { t } = useTranslation('decisions');
  const { t: said } = useTranslation('components');
  const { message } = App.useApp();
  const isClerk = useRole() === 'CLERK';
  const start = useDeed(
    (body: { year: number }, key) =>
      take(api.POST('/api/v1/decision-catalogues', { body, headers: once(key) })),
    { touches: TOUCHED, onRefused: (error) => void message.error(sentenceOf(error, said)) },
  );
  return (
    <section className="panel">
      <PageState
        kind="empty"
        title={t('start.none', { year })}
        action={
          isClerk &&
          !isBelow && (
            <Button type="primary" loading={start.isPending} onClick={() => start.mutate({ year })}>
              {t('start.label', { year })}
            </Button>
          )
        }
      />
    </section>
  );
}
