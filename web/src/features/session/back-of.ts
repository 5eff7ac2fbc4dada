/**
 * Where to go after signing in: an address inside this page. Anything that could lead to another site (`//`, `\`, a
 * scheme) leads to the front page.
 */
export function backOf(search: URLSearchParams): string {
  const back = search.get('back') ?? '/';
  return /^\/(?![/\\])/.test(back) && !/[\\\s]/.test(back) ? back : '/';
}
