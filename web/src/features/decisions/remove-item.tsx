import { App } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import { useRole } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { TOUCHED } from './decision-queries.js';
import type { Board, CatalogueItem } from './decision-types.js';

/** Takes an item out of the catalogue for a reason; what stood there stays readable. */
export function RemoveItem({ board, item }: { board: Board; item: CatalogueItem }): ReactNode {
  const { t } = useTranslation('decisions');
  const { message } = App.useApp();
  const isClerk = useRole() === 'CLERK';
  const remove = useDeed(
    (reason: string, key) =>
      take(
        api.POST('/api/v1/decision-catalogues/{year}/items/{itemId}/remove', {
          params: { path: { year: board.year, itemId: item.id } },
          body: { reason },
          headers: { ...ifMatch(board.version), ...once(key) },
        }),
      ),
    { touches: TOUCHED, onDone: () => void message.success(t('done', { label: t('remove.label') })) },
  );
  if (!isClerk || !board.isOwn) return null;
  return (
    <span className="no-print">
      <ConfirmDeed
        label={t('remove.label')}
        title={t('remove.title', { title: item.decision.title })}
        reason="required"
        reasonLabel={t('remove.reason')}
        button={{ size: 'small', 'aria-label': t('remove.of', { title: item.decision.title }) }}
        onConfirm={(reason) => remove.mutateAsync(reason)}
      >
        <p>{t('remove.lead')}</p>
      </ConfirmDeed>
    </span>
  );
}
