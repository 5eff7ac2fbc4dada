import { readFileSync } from 'node:fs';
import type { TestResponse } from '../support/app.js';

/** A write of the interface as its description tells it. */
export interface WriteOperation {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  /** What its body may be; empty where it takes none. */
  takes: string[];
}

/** What a page of another site can make a browser send. */
export interface ForeignRequest {
  contentType: string | null;
  origin: string | null;
  site: string | null;
}

type Send = (operation: WriteOperation, request: ForeignRequest) => Promise<TestResponse>;

const CONTENT_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  null,
];
const FORM = /^text\/plain|urlencoded/;
const ORIGINS = [null, 'null', 'https://evil.example', 'http://sibling.127.0.0.1.example'];
const SITES = ['cross-site', 'same-site', null];

/** Every write in openapi.json, its ids filled in. */
export function writeOperations(): WriteOperation[] {
  const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
    paths: Record<string, Record<string, { requestBody?: { content: object } }>>;
  };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => method !== 'get')
      .map(([method, { requestBody }]) => ({
        method: method.toUpperCase() as WriteOperation['method'],
        url: path.replace(/\{\w+\}/g, 'some-id'),
        takes: Object.keys(requestBody?.content ?? {}),
      })),
  );
}

/** Every combination a page of another site could send; the last four name neither origin nor site, as only tools do. */
export function foreignRequests(): ForeignRequest[] {
  return CONTENT_TYPES.flatMap((contentType) =>
    ORIGINS.flatMap((origin) => SITES.map((site) => ({ contentType, origin, site }))),
  );
}

/** Sends every operation in every foreign guise; tells which were not refused as they should be. */
export async function crossSiteFindings(
  operations: readonly WriteOperation[],
  send: Send,
): Promise<string[]> {
  const findings: string[] = [];
  for (const operation of operations) {
    for (const request of foreignRequests()) {
      if (isToolsOwn(operation, request)) continue;
      const answer = await send(operation, request);
      if (!isRefused(request, answer)) {
        findings.push(
          `${operation.method} ${operation.url} ${JSON.stringify(request)} → ${answer.status} ${answer.body?.code}`,
        );
      }
    }
  }
  return findings;
}

/** No page can send this: it names neither origin nor site, and is what a tool would send that means it. */
function isToolsOwn({ takes }: WriteOperation, { contentType, origin, site }: ForeignRequest): boolean {
  if (origin !== null || site !== null || FORM.test(contentType ?? '')) return false;
  return !takes.includes('application/json');
}

function isRefused(request: ForeignRequest, { status, body }: TestResponse): boolean {
  if (request.origin !== null || request.site !== null)
    return status === 403 && body.code === 'CROSS_SITE_REQUEST';
  if (FORM.test(request.contentType ?? '')) return status === 415 && body.code === 'MEDIA_TYPE_NOT_ACCEPTED';
  return status >= 400 && status < 500;
}
