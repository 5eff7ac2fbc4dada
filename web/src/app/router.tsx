import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { onDetour } from '../api/signed-out.js';
import { sessionQuery } from '../api/session.js';
import { takeWayBack } from '../features/session/way-back.js';
import { Failed } from './failed.js';
import { NotFound } from './not-found.js';
import { RoleGate } from './role-gate.js';
import { FEATURE_ROUTES, OPEN_ROUTES } from './routes.js';
import { Waiting } from './waiting.js';

/** A page and the texts of its feature, loaded together. */
async function load(feature: string, page: () => Promise<ComponentType>): Promise<ComponentType> {
  const [Page] = await Promise.all([page(), i18next.loadNamespaces(feature)]);
  return Page;
}

function routes(): RouteObject[] {
  const inside = FEATURE_ROUTES.map(
    ({ path, feature, roles, page }): RouteObject =>
      ({
        path: path || undefined,
        index: path === '' ? true : undefined,
        errorElement: <Failed />,
        lazy: async () => {
          const Page = await load(feature, page);
          return { Component: () => <RoleGate roles={roles}><Page /></RoleGate> }; // prettier-ignore
        },
      }) as RouteObject,
  );
  const outside = OPEN_ROUTES.map(({ path, feature, page }): RouteObject => ({
    path,
    errorElement: <Failed />,
    hydrateFallbackElement: <Waiting />,
    lazy: async () => ({ Component: await load(feature, page) }),
  }));
  return [
    ...outside,
    {
      path: '/',
      // The ready-made parts of the shell are not needed to sign in.
      lazy: async () => ({ Component: (await import('./shell.js')).Shell }),
      errorElement: <Failed />,
      hydrateFallbackElement: <Waiting />,
      children: [...inside, { path: '*', Component: NotFound }],
    },
  ];
}

/** The addresses of the page. Whoever is signed out on the way goes to the sign-in page and comes back to where they were. */
export function makeRouter(client: QueryClient): ReturnType<typeof createBrowserRouter> {
  const back = location.pathname === '/' ? takeWayBack() : null;
  if (back !== null) history.replaceState(null, '', back);
  const router = createBrowserRouter(routes());
  onDetour((detour) => {
    const { pathname, search } = router.state.location;
    if (OPEN_ROUTES.some(({ path }) => pathname === `/${path}`)) return;
    if (detour === 'sign-in') client.setQueryData(sessionQuery.queryKey, null);
    void router.navigate(`/${detour}?back=${encodeURIComponent(pathname + search)}`, { replace: true });
  });
  return router;
}
