/** What the service refused, as it said it: a stable code, one sentence for the person, and facts for the program. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** The sentence to show; it says what to do. */
    readonly title: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${title}`);
    this.name = 'Problem';
  }
}

/** The service could not be reached at all, so nobody knows whether the deed was done. */
export const NOT_REACHED = 'NOT_REACHED';

/** Reads a refusal; an answer that is no problem document (a proxy's page, an empty body) becomes one without a title. */
export async function problemOf(response: Response): Promise<Problem> {
  return problemFrom(response.status, await response.clone().text());
}

/** The same for an answer that was read as text already. */
export function problemFrom(status: number, text: string): Problem {
  const body = parse(text) as { code?: unknown; title?: unknown; details?: unknown } | null;
  if (typeof body?.code !== 'string') return new Problem(status, `HTTP_${status}`, '');
  return new Problem(
    status,
    body.code,
    typeof body.title === 'string' ? body.title : '',
    (body.details ?? {}) as Record<string, unknown>,
  );
}

/** True when somebody else changed the record since it was read. */
export function isStale(error: unknown): error is Problem {
  return error instanceof Problem && (error.status === 412 || error.code === 'STALE_VERSION');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
