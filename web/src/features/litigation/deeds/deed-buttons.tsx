import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedDeed } from './offered-deed.js';

const DeedDialog = lazy(() => import('./deed-dialog.js').then((file) => ({ default: file.DeedDialog })));

/** The deeds that are open to the person, each a button with its form behind it. */
export function DeedButtons({
  deeds,
  about,
  size = 'middle',
}: {
  deeds: readonly OfferedDeed[];
  /** What they are about, for those who hear the page. */
  about: string;
  size?: 'small' | 'middle';
}): ReactNode {
  const { t } = useTranslation('litigation');
  const [opened, setOpened] = useState<OfferedDeed | null>(null);
  // What is read anew below an open form may no longer offer its deed; the form stays, and the service says why it cannot be.
  const chosen = opened && (deeds.find(({ code }) => code === opened.code) ?? opened);
  if (deeds.length === 0 && chosen === null) return null;
  return (
    <fieldset className="court-deeds no-print" aria-label={t('deedsOf', { about })}>
      {deeds.map((deed) => (
        <Button
          key={deed.code}
          size={size}
          type={deed.isNext ? 'primary' : 'default'}
          danger={deed.isDanger ?? false}
          onClick={() => setOpened(deed)}
        >
          {t(`deed.${deed.code}`)}
        </Button>
      ))}
      {chosen && (
        <Suspense fallback={null}>
          <DeedDialog key={chosen.code} deed={chosen} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </fieldset>
  );
}
