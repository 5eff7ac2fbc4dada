import { api, take } from './client.js';
import { ifMatch, once } from './headers.js';

/** Where a deed is sent, as the service offers it. */
export interface SentTo {
  method: string;
  /** Address below /api/v1. */
  path: string;
  version: number | null;
}

/** Sends a deed to the address it was offered with; which one that is, is known only when the page is shown. */
export function sendDeed({ method, path, version }: SentTo, body: object, key: string): Promise<unknown> {
  const headers = { ...once(key), ...(version === null ? {} : ifMatch(version)) };
  const send = api.request as unknown as (
    method: string,
    path: string,
    init: object,
  ) => Promise<{ data?: unknown }>;
  return take(send(method.toLowerCase(), `/api/v1${path}`, { body, headers }));
}
