/** Why a deed is refused; the HTTP filter and the command line turn the kind, and only it, into a status. */
export type RefusalKind =
  | 'INVALID'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'STALE'
  | 'LIMITED'
  | 'UNAVAILABLE';

/**
 * A refusal the user reads: a stable code for tools and a Chinese sentence that says what is wrong and what to do.
 * Faults (bugs, storage errors) are other errors and are never turned into this one.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
