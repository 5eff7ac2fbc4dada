import { useEffect, type KeyboardEvent as PressedKey } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Moves the focus along the titles of the list with the arrows, Home and End; Enter follows a title, being a link. */
export function useRowKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', moveAlong);
    return () => document.removeEventListener('keydown', moveAlong);
  }, []);
}

/** From the search field down into the list. */
export function enterList(event: PressedKey): void {
  const first = titles()[0];
  if (event.key !== 'ArrowDown' || !first) return;
  event.preventDefault();
  // Else the same press would be heard once more as one step along the list.
  event.nativeEvent.stopImmediatePropagation();
  first.focus();
}

function moveAlong(event: KeyboardEvent): void {
  const links = titles();
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const step = STEPS[event.key];
  const next = step === undefined ? { Home: 0, End: links.length - 1 }[event.key] : at + step;
  if (next === undefined || !links[next]) return;
  event.preventDefault();
  links[next].focus();
}

function titles(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('a[data-row]')];
}
