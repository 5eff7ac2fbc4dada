import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const KEYS = ['/', '?', 'Esc', 'Tab'] as const;
const TEXTS = { '/': 'search', '?': 'help', Esc: 'close', Tab: 'next' } as const;

/** What the keyboard can do, shown with `?`. */
export function HotkeyHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const { t } = useTranslation('app');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="hotkey-help" aria-labelledby="hotkey-help-title" onClose={onClose}>
      <h2 id="hotkey-help-title">{t('keys.title')}</h2>
      <dl>
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${TEXTS[key]}`)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="plain-button" onClick={onClose}>
        {t('close')}
      </button>
    </dialog>
  );
}
