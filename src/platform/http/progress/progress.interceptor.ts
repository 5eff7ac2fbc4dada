import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { DomainError } from '../../../domain/refusal.js';
import type { RequestWithActor } from '../../auth/access.guard.js';
import { problemOf } from '../problem.filter.js';
import { ProgressBoard } from './progress-board.js';
import { ownerOf } from './progress-owner.js';
import { tellingTo } from './progress.js';

/** Names the entry a long request reports to; made by the client, so that it can listen before the answer comes. */
export const PROGRESS_HEADER = 'x-progress-id';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Lets a request that carries `x-progress-id` say how far it is, and says how it ended. */
@Injectable()
export class ProgressInterceptor implements NestInterceptor {
  constructor(private readonly board: ProgressBoard) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const id = request.headers[PROGRESS_HEADER];
    if (id === undefined || !request.actor) return next.handle();
    if (typeof id !== 'string' || !UUID.test(id)) throw progressIdInvalid();
    const owner = ownerOf(request);
    const teller = this.board.open(id, owner);
    if (!teller) return next.handle();
    teller.say(0, 0, request.isMultipart() ? '正在上传…' : '正在办理…');
    return new Observable((subscriber) => {
      const fail = (error: unknown): void => {
        const { title, code } = problemOf(error);
        this.board.close(id, owner, { state: 'FAILED', text: title, code });
        subscriber.error(error);
      };
      const complete = (): void => {
        this.board.close(id, owner, { state: 'DONE', text: '已完成', code: null });
        subscriber.complete();
      };
      const work = { next: (value: unknown) => subscriber.next(value), error: fail, complete };
      return tellingTo(teller, () => next.handle().subscribe(work));
    });
  }
}

function progressIdInvalid(): DomainError {
  return new DomainError(
    'INVALID',
    'PROGRESS_ID_INVALID',
    `请求头 ${PROGRESS_HEADER} 应为客户端生成的 UUID，请更换后重新提交。`,
  );
}
