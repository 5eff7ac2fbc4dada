import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardItem } from '../board-types.js';
import type { Ticks } from './use-ticks.js';

/** The tick before a task of the list. */
export function TaskTick({ item, ticks }: { item: BoardItem; ticks: Ticks }): ReactNode {
  const { t } = useTranslation('ledger');
  const { id, number, title } = item;
  return (
    <Checkbox
      aria-label={t('handDown.tick', { number, title })}
      checked={ticks.has(id)}
      onChange={(event) => ticks.set([item], event.target.checked)}
    />
  );
}
