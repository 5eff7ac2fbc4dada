import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DomainError } from '../../domain/refusal.js';
import type { RequestWithActor } from '../auth/access.guard.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { isOutsideUnit } from './outside-unit.js';

/**
 * A write that carries an Idempotency-Key is done once: its answer is kept in the same transaction and given again to
 * a repetition. A repeated key with another content is refused.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const key = request.headers['idempotency-key'];
    if (request.method === 'GET' || typeof key !== 'string' || isUpload(request)) return next.handle();
    if (isOutsideUnit(context)) return next.handle();
    if (!/^[\w.:-]{8,100}$/.test(key)) {
      throw new DomainError(
        'INVALID',
        'IDEMPOTENCY_KEY_INVALID',
        '请求头 Idempotency-Key 应为 8 至 100 个字母、数字或 .:-_。',
      );
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(request, reply, key, () => lastValueFrom(next.handle(), { defaultValue: null })));
  }

  private once(request: RequestWithActor, reply: FastifyReply, key: string, handle: () => Promise<unknown>) {
    const actor = request.actor?.post ?? '';
    const operation = `${request.method} ${request.url}`;
    const body = createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('hex');
    return this.db.unitOfWork.run(async () => {
      const claimed = await this.db.write(
        `INSERT INTO idempotency_record (actor, key, operation, body_sha256, status, response, at)
         VALUES (?, ?, ?, ?, 0, '', ?) ON CONFLICT DO NOTHING`,
        [actor, key, operation, body, this.clock.now()],
      );
      if (claimed.affected === 0) return this.again(actor, key, operation, body, reply);
      const answer = (await handle()) ?? null;
      await this.db.write(
        'UPDATE idempotency_record SET status = ?, response = ? WHERE actor = ? AND key = ?',
        [reply.statusCode, JSON.stringify(answer), actor, key],
      );
      return answer;
    });
  }

  private async again(actor: string, key: string, operation: string, body: string, reply: FastifyReply) {
    const rows = await this.db.read<{ operation: string; body: string; status: number; response: string }>(
      'SELECT operation, body_sha256 AS body, status, response FROM idempotency_record WHERE actor = ? AND key = ?',
      [actor, key],
    );
    const record = rows[0];
    if (!record || record.operation !== operation || record.body !== body) {
      throw new DomainError(
        'CONFLICT',
        'IDEMPOTENCY_KEY_REUSED',
        '该 Idempotency-Key 已用于另一次提交，请换新的键。',
      );
    }
    void reply.status(record.status).header('idempotency-replayed', 'true');
    return JSON.parse(record.response) as unknown;
  }
}

/** Files are read outside any unit of work, which this key would open around it; an upload is known by its own hash. */
function isUpload(request: RequestWithActor): boolean {
  return (request.headers['content-type'] ?? '').startsWith('multipart/form-data');
}
