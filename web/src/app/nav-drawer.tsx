import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The navigation on a phone. A native dialog keeps the focus inside and closes with Esc by itself. */
export function NavDrawer({
  isOpen,
  onClose,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('app');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  useEffect(() => {
    const drawer = dialog.current;
    // A click on the shade beside the drawer has the dialog itself as its target.
    const leave = (event: MouseEvent): void => {
      if (event.target === drawer) drawer?.close();
    };
    drawer?.addEventListener('click', leave);
    return () => drawer?.removeEventListener('click', leave);
  }, []);
  return (
    <dialog ref={dialog} className="nav-drawer" aria-label={t('nav.name')} onClose={onClose}>
      <div className="nav-drawer-inner">
        <button type="button" className="nav-drawer-close" onClick={onClose}>
          {t('close')}
        </button>
        <nav aria-label={t('nav.name')}>{children}</nav>
      </div>
    </dialog>
  );
}
