import { backOf } from './back-of.js';

const KEPT = 'diaodu.back';

/** Keeps where one wanted to go while another service asks who one is; that service brings one back to the front page. */
export function keepWayBack(search: URLSearchParams): void {
  sessionStorage.setItem(KEPT, backOf(search));
}

/** The address kept before, once. */
export function takeWayBack(): string | null {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  return kept === null ? null : backOf(new URLSearchParams({ back: kept }));
}
