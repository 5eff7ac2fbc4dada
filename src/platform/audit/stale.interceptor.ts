import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, from, mergeMap, throwError, type Observable } from 'rxjs';
import { DomainError } from '../../domain/refusal.js';
import { AuditHistory, type AuditedEvent } from './audit-history.js';

/** More changes than this are not told one by one. */
const MOST = 20;

/** Tells whoever was refused as too late who changed the thing meanwhile, when, and which fields. */
@Injectable()
export class StaleInterceptor implements NestInterceptor {
  constructor(private readonly history: AuditHistory) {}

  intercept(_: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          from(this.told(error)).pipe(mergeMap((known: unknown) => throwError(() => known))),
        ),
      );
  }

  /** The same refusal with what is known about it; anything else stays what it is. */
  private async told(error: unknown): Promise<unknown> {
    if (!(error instanceof DomainError) || error.kind !== 'STALE') return error;
    const { kind, id, behind } = error.details as { kind?: string; id?: string; behind?: number };
    if (kind === undefined || id === undefined) return error;
    const changes = Math.min(Math.max(behind ?? 1, 1), MOST);
    const events = await this.history.of([{ kind, ids: [id] }], changes);
    return new DomainError(error.kind, error.code, error.message, meanwhile(events));
  }
}

/** Who changed it last and when, and the fields of all changes; empty where the trail knows nothing. */
export function meanwhile(events: readonly AuditedEvent[]): Readonly<Record<string, unknown>> {
  const [last] = events;
  if (!last) return {};
  const fields = new Set(events.flatMap(({ before, after }) => Object.keys({ ...before, ...after })));
  return { by: last.actor, holder: last.holder, at: last.at, operation: last.operation, fields: [...fields] };
}
