import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const CourtListDialog = lazy(() =>
  import('./court-list-dialog.js').then((file) => ({ default: file.CourtListDialog })),
);

/** Opens the form in which a quarter's list of the court is entered. */
export function CourtListButton({ year, quarter }: { year: number; quarter: number }): ReactNode {
  const { t } = useTranslation('litigation');
  const [isOpen, setOpen] = useState(false);
  return (
    <span className="no-print">
      <Button onClick={() => setOpen(true)}>{t('court.enter')}</Button>
      {isOpen && (
        <Suspense fallback={null}>
          <CourtListDialog year={year} quarter={quarter} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  );
}
