import { useEffect, useRef } from 'react';

/** What keys do, by `KeyboardEvent.key`. */
export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const TYPED_INTO = 'input, textarea, select, [contenteditable="true"], [role="combobox"]';

/** Single keys for the whole page; silent while somebody types or a dialog is open. */
export function useHotkeys(keys: Hotkeys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(TYPED_INTO) || document.querySelector('dialog[open], [aria-modal="true"]')) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
