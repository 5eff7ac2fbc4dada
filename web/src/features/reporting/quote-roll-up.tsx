import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { useSession } from '../../api/session.js';

/** Puts the districts' standing into the lead's own report, as a draft to be looked over; nothing where it was not handed down. */
export function QuoteRollUp({
  taskId,
  onQuote,
}: {
  taskId: string;
  onQuote: (statement: string) => void;
}): ReactNode {
  const { t } = useTranslation('reporting');
  const { jurisdiction } = useSession();
  const read = useQuery({
    queryKey: ['task', taskId, 'roll-up'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/tasks/{id}/roll-up', { params: { path: { id: taskId } }, signal })),
    enabled: jurisdiction !== null,
  });
  const statement = read.data?.statement ?? '';
  if (statement === '') return null;
  return (
    <Button size="small" onClick={() => onQuote(statement)}>
      {t('form.quoteRollUp')}
    </Button>
  );
}
