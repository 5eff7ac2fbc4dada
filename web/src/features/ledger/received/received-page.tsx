import { Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRole } from '../../../api/session.js';
import { LongList } from '../../../components/long-list.js';
import { Page } from '../../../components/page.js';
import './received.css';
import { HandedItem } from './handed-item.js';
import { STATES, useHanded, type HandedState, type Side } from './received-queries.js';

/** 上级交办: what the office above handed down, to accept, assign or return; and what was handed down from here. */
export function ReceivedPage(): ReactNode {
  const { t } = useTranslation('ledger');
  const [search, setSearch] = useSearchParams();
  const side: Side = search.get('side') === 'GIVEN' ? 'GIVEN' : 'RECEIVED';
  const state = STATES.find((each) => each === search.get('state'));
  const read = useHanded(side, state);
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  const isOffice = ['CLERK', 'DIRECTOR'].includes(useRole() ?? '');
  const go = (changes: { side?: Side; state?: HandedState | undefined }): void => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(key);
      else next.set(key, value);
    }
    setSearch(next, { replace: true });
  };
  return (
    <Page
      title={t('received.title')}
      actions={
        <>
          <Segmented<Side>
            aria-label={t('received.sides')}
            value={side}
            onChange={(value) => go({ side: value, state: undefined })}
            options={[
              { value: 'RECEIVED', label: t('received.side.RECEIVED') },
              { value: 'GIVEN', label: t('received.side.GIVEN') },
            ]}
          />
          <Select<HandedState>
            aria-label={t('received.state')}
            placeholder={t('received.anyState')}
            allowClear
            value={state}
            onChange={(value?: HandedState) => go({ state: value })}
            popupMatchSelectWidth={false}
            style={{ minWidth: 110 }}
            options={STATES.map((value) => ({ value, label: t(`received.states.${value}`) }))}
          />
        </>
      }
    >
      <LongList read={read} isEmpty={items.length === 0} none={t(`received.none.${side}`)}>
        <ul className="received-list">
          {items.map((handed) => (
            <HandedItem key={handed.id} handed={handed} mayAnswer={isOffice && side === 'RECEIVED'} />
          ))}
        </ul>
      </LongList>
    </Page>
  );
}
