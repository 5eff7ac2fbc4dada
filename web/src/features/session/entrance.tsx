import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './entrance.css';

/** The frame of the pages before the shell: the product's name and one card. */
export function Entrance({
  title,
  wide = false,
  children,
}: {
  title: string;
  wide?: boolean;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('session');
  useEffect(() => {
    document.title = `${title} – ${t('product')}`;
  }, [title, t]);
  return (
    <div className="entrance">
      <header className="entrance-head">
        <img src="/favicon.svg" alt="" width="40" height="40" />
        <div>
          <p className="entrance-name">{t('product')}</p>
          <p className="entrance-claim">{t('claim')}</p>
        </div>
      </header>
      <main className={wide ? 'entrance-card entrance-card-wide' : 'entrance-card'}>
        <h1>{title}</h1>
        {children}
      </main>
      <footer className="entrance-foot">{t('foot')}</footer>
    </div>
  );
}
