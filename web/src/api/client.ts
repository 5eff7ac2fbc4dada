import createClient, { type Middleware } from 'openapi-fetch';
import { NOT_REACHED, Problem, problemOf } from './problem.js';
import type { paths } from './schema.js';
import { tellDetour } from './signed-out.js';

/** Asking who is signed in, and signing in, are answered where they are asked; all else leads to the sign-in page. */
const ASKS_WHO = /\/api\/v1\/(session|bootstrap)(\/|$)/;

/** Tells whoever listens that a refusal means signing in or changing the password first. */
export function noticeDetour(problem: Problem, url: string): void {
  if (problem.status === 401 && !ASKS_WHO.test(new URL(url, location.href).pathname)) tellDetour('sign-in');
  if (problem.code === 'PASSWORD_CHANGE_REQUIRED') tellDetour('password');
  if (problem.code === 'SECOND_FACTOR_REQUIRED') tellDetour('security');
}

const refusals: Middleware = {
  async onResponse({ request, response }) {
    if (response.ok) return;
    const problem = await problemOf(response);
    noticeDetour(problem, request.url);
    throw problem;
  },
  onError({ error }) {
    if (error instanceof Problem || (error instanceof DOMException && error.name === 'AbortError')) return;
    return new Problem(0, NOT_REACHED, '');
  },
};

/** The typed client. Whatever is refused is thrown as a `Problem`; wrap calls in `take`. */
export const api = createClient<paths>({ baseUrl: location.origin });
api.use(refusals);

/** The body of an answer: `await take(api.GET('/api/v1/ledgers'))`. */
export async function take<Body>(
  call: Promise<{ data?: Body; error?: unknown }>,
): Promise<NonNullable<Body>> {
  const { data } = await call;
  // An answer without a body (204) has no data; who waits for such a one does not look at it.
  return data as NonNullable<Body>;
}
