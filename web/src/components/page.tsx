import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import './page.css';

/** What a page of the shell is made of. */
interface PageProps {
  title: string;
  /** A few words beside the title: the month, a number, a state. */
  note?: ReactNode;
  /** Buttons at the right end; not printed. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: its heading, which is read out after each change of page, and the window's title. */
export function Page({ title, note, actions, children }: PageProps): ReactNode {
  const { t } = useTranslation('components');
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  useEffect(() => {
    document.title = `${title} – ${t('product')}`;
  }, [title, t]);
  useEffect(() => {
    // The first page of a visit leaves the focus where it is, so that the first Tab meets the link to skip the navigation.
    if (key !== 'default') heading.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-deps -- filters change the key of the address, and must not move the focus
  }, [pathname]);
  return (
    <div className="page">
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {note !== undefined && <div className="page-note">{note}</div>}
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
