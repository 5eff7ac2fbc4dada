import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import { DayText, InstantText } from '../../components/day-text.js';
import { Light, type LightValue } from '../../components/light.js';
import { deliveriesQuery, type Delivery, type DeliveryFilter } from './queue-queries.js';
import { QueueList } from './queue-list.js';
import { RetryButton } from './retry-button.js';
import { StateSelect } from './state-select.js';

const STATES = ['OPEN', 'QUEUED', 'FAILED', 'GIVEN_UP'] as const;
const MEANS = ['ALL', 'MAIL', 'ROBOT'] as const;
const LIGHTS: Readonly<Record<Delivery['state'], LightValue>> = {
  QUEUED: 'GREEN',
  FAILED: 'YELLOW',
  GIVEN_UP: 'RED',
  SENT: 'DONE',
};

/** 送达: mails and messages to groups that have not arrived. */
export function DeliveryList(): ReactNode {
  const { t } = useTranslation('queue');
  const [filter, setFilter] = useState<DeliveryFilter>({ state: 'OPEN' });
  return (
    <QueueList
      query={deliveriesQuery(filter)}
      label={t('lists.deliveries')}
      none={t('none.deliveries')}
      filters={
        <>
          <StateSelect
            label={t('state')}
            value={filter.state}
            states={STATES.map((value) => ({ value, label: t(`deliveryStates.${value}`) }))}
            onChange={(state) => setFilter({ ...filter, state })}
          />
          <StateSelect
            label={t('means')}
            value={filter.means ?? 'ALL'}
            states={MEANS.map((value) => ({ value, label: t(`meansOf.${value}`) }))}
            onChange={(means) => setFilter({ state: filter.state, ...(means === 'ALL' ? {} : { means }) })}
          />
        </>
      }
      keyOf={({ id }) => id}
      columns={[
        {
          title: t('columns.standing'),
          cell: ({ state, stateLabel }) => <Light value={LIGHTS[state]} word={stateLabel} />,
        },
        { title: t('columns.channel'), cell: (row) => row.channelLabel },
        { title: t('columns.to'), cell: (row) => <To delivery={row} /> },
        { title: t('columns.day'), cell: (row) => <DayText day={row.day} /> },
        { title: t('columns.tries'), cell: (row) => row.tries },
        {
          title: t('columns.next'),
          cell: (row) => <InstantText at={row.state === 'GIVEN_UP' ? null : row.nextAt} />,
        },
        { title: t('columns.error'), cell: (row) => <span className="queue-error">{row.error}</span> },
        { title: t('columns.deed'), cell: (row) => <Retry delivery={row} /> },
      ]}
    />
  );
}

function To({ delivery: { departmentName, recipient, signedOn } }: { delivery: Delivery }): ReactNode {
  const { t } = useTranslation('queue');
  return (
    <>
      <strong>{departmentName}</strong> {t(`recipient.${recipient}`)}
      {signedOn !== null && <span className="queue-quiet"> {t('signed')}</span>}
    </>
  );
}

function Retry({ delivery }: { delivery: Delivery }): ReactNode {
  const { id, version, canRetry, departmentName, channelLabel } = delivery;
  if (!canRetry) return null;
  return (
    <RetryButton
      what={`${departmentName} ${channelLabel}`}
      run={(key) =>
        take(
          api.POST('/api/v1/queue/deliveries/{id}/retry', {
            params: { path: { id } },
            headers: { ...ifMatch(version), ...once(key) },
          }),
        )
      }
    />
  );
}
