import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/session.js';
import { LinkButton } from '../../../components/link-button.js';
import type { BoardItem } from '../board-types.js';
import { HandDownBar } from './hand-down-bar.js';
import { receiversQuery } from './receivers-query.js';
import { useTicks, type Ticks } from './use-ticks.js';

/** What an office with districts below has beside the list: ticking tasks to hand them down, and how they go on there. */
export interface HandDown {
  /** Buttons above the list. */
  buttons: ReactNode;
  /** The ticks of the list; null while nobody ticks. */
  ticks: Ticks | null;
  /** Below the list. */
  bar: ReactNode;
}

const SEES_ALL: ReadonlySet<string> = new Set(['CLERK', 'DIRECTOR', 'LEADER']);

/** Takes what the list shows and the ledger looked at; nothing of it where there is nobody below. */
export function useHandDown(shown: readonly BoardItem[], ledger: string | undefined): HandDown {
  const { t } = useTranslation('ledger');
  const { jurisdiction, post } = useSession();
  const role = post?.role ?? '';
  const read = useQuery({ ...receiversQuery, enabled: jurisdiction !== null && SEES_ALL.has(role) });
  const { ticks, start, stop } = useTicks(shown);
  const receivers = read.data?.items ?? [];
  if (receivers.length === 0) return { buttons: null, ticks: null, bar: null };
  const query = ledger === undefined ? '' : `?ledger=${encodeURIComponent(ledger)}`;
  return {
    buttons: (
      <>
        <LinkButton to={`/ledger/roll-up${query}`}>{t('rollUp.title')}</LinkButton>
        {role !== 'LEADER' && ticks === null && <Button onClick={start}>{t('handDown.start')}</Button>}
      </>
    ),
    ticks,
    bar: ticks && <HandDownBar ticks={ticks} receivers={receivers} onEnd={stop} />,
  };
}
