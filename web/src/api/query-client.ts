import { QueryClient } from '@tanstack/react-query';
import { NOT_REACHED, Problem } from './problem.js';

const MOST_RETRIES = 2;

/** A refusal stays a refusal however often one asks; only what did not reach the service, or what broke, is tried again. */
export function isWorthRetrying(failures: number, error: unknown): boolean {
  if (failures >= MOST_RETRIES) return false;
  return error instanceof Problem && (error.code === NOT_REACHED || error.status >= 500);
}

/** The one store of what was read. Writes are never repeated by themselves. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: isWorthRetrying,
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
