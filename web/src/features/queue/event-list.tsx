import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import { InstantText } from '../../components/day-text.js';
import { Light, type LightValue } from '../../components/light.js';
import { eventsQuery, type EventState, type QueueEvent } from './queue-queries.js';
import { QueueList } from './queue-list.js';
import { RetryButton } from './retry-button.js';
import { StateSelect } from './state-select.js';

const STATES = ['OPEN', 'WAITING', 'OVERDUE', 'DEAD'] as const;

/** 待发事项: what one part of the program still has to tell another. */
export function EventList(): ReactNode {
  const { t } = useTranslation('queue');
  const [state, setState] = useState<EventState>('OPEN');
  return (
    <QueueList
      query={eventsQuery(state)}
      label={t('lists.events')}
      none={t('none.events')}
      filters={
        <StateSelect
          label={t('state')}
          value={state}
          states={STATES.map((value) => ({ value, label: t(`eventStates.${value}`) }))}
          onChange={setState}
        />
      }
      keyOf={({ id }) => id}
      columns={[
        {
          title: t('columns.standing'),
          cell: (event) => <Light value={lightOf(event)} word={event.stateLabel} />,
        },
        {
          title: t('columns.event'),
          cell: (event) => <strong title={event.key}>{event.topicLabel}</strong>,
        },
        { title: t('columns.created'), cell: (event) => <InstantText at={event.createdAt} /> },
        { title: t('columns.tries'), cell: (event) => event.tries },
        {
          title: t('columns.next'),
          cell: (event) => <InstantText at={event.state === 'DEAD' ? null : event.nextAt} />,
        },
        {
          title: t('columns.error'),
          cell: (event) => <span className="queue-error">{event.error}</span>,
        },
        { title: t('columns.deed'), cell: (event) => <Retry event={event} /> },
      ]}
    />
  );
}

function lightOf({ state, tries }: QueueEvent): LightValue {
  if (state === 'DEAD') return 'RED';
  return tries === 0 ? 'GREEN' : 'YELLOW';
}

function Retry({ event: { id, version, canRetry, topicLabel } }: { event: QueueEvent }): ReactNode {
  if (!canRetry) return null;
  return (
    <RetryButton
      what={topicLabel}
      run={(key) =>
        take(
          api.POST('/api/v1/queue/events/{id}/retry', {
            params: { path: { id } },
            headers: { ...ifMatch(version), ...once(key) },
          }),
        )
      }
    />
  );
}
