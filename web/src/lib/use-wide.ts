import { useSyncExternalStore } from 'react';

// Paper is as wide as a desk for this purpose: a table prints better than cards.
const WIDE = '(min-width: 720px), print';

/** True where a table fits; phones get cards. */
export function useWide(): boolean {
  return useSyncExternalStore(listen, () => matchMedia(WIDE).matches);
}

function listen(tell: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}
