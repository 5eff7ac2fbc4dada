import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receiver } from '../../../components/receivers-choice.js';
import './hand-down.css';
import type { Ticks } from './use-ticks.js';

const HandDownDialog = lazy(() =>
  import('./hand-down-dialog.js').then((file) => ({ default: file.HandDownDialog })),
);

/** What is ticked, and the deed for it; stays in sight below the list. */
export function HandDownBar({
  ticks,
  receivers,
  onEnd,
}: {
  ticks: Ticks;
  receivers: readonly Receiver[];
  /** Ticking is over: handed down, or given up. */
  onEnd: () => void;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const [isOpen, setOpen] = useState(false);
  const count = ticks.items.length;
  return (
    <section className="hand-down-bar no-print" aria-label={t('handDown.bar')}>
      <output>{t('handDown.ticked', { count })}</output>
      <Button type="primary" disabled={count === 0} onClick={() => setOpen(true)}>
        {t('handDown.choose')}
      </Button>
      <Button onClick={onEnd}>{t('handDown.end')}</Button>
      {isOpen && (
        <Suspense fallback={null}>
          <HandDownDialog ticks={ticks} receivers={receivers} onClose={() => setOpen(false)} onDone={onEnd} />
        </Suspense>
      )}
    </section>
  );
}
