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
  const [open, setOpen] = useState<string | null>(null);
  const chosen = deeds.find(({ code }) => code === open);
  if (deeds.length === 0) return null;
  return (
    <fieldset className="court-deeds no-print" aria-label={t('deedsOf', { about })}>
      {deeds.map(({ code, isNext, isDanger }) => (
        <Button
          key={code}
          size={size}
          type={isNext ? 'primary' : 'default'}
          danger={isDanger ?? false}
          onClick={() => setOpen(code)}
        >
          {t(`deed.${code}`)}
        </Button>
      ))}
      {chosen && (
        <Suspense fallback={null}>
          <DeedDialog key={chosen.code} deed={chosen} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </fieldset>
  );
}
