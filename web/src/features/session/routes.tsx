import type { ComponentType } from 'react';

/** A page outside the shell. */
interface OpenRoute {
  path: string;
  feature: string;
  page: () => Promise<ComponentType>;
}

export const SESSION_ROUTES: readonly OpenRoute[] = [
  {
    path: 'sign-in',
    feature: 'session',
    page: () => import('./sign-in-page.js').then((file) => file.SignInPage),
  },
  {
    path: 'first-start',
    feature: 'session',
    page: () => import('./first-start-page.js').then((file) => file.FirstStartPage),
  },
  {
    path: 'password',
    feature: 'session',
    page: () => import('./password-page.js').then((file) => file.PasswordPage),
  },
  {
    path: 'security',
    feature: 'session',
    page: () => import('./security-page.js').then((file) => file.SecurityPage),
  },
];
