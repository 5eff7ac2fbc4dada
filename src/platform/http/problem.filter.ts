import {
  Catch,
  HttpException,
  Inject,
  Optional,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError, type RefusalKind } from '../../domain/refusal.js';
import { DenialLog } from '../audit/denial-log.js';
import type { RequestWithActor } from '../auth/access.guard.js';
import { refusalOfDatabase } from '../database/database-refusals.js';
import { Logger } from '../log/logger.js';
import { Tally } from '../tally/tally.js';

const STATUS: Record<RefusalKind, number> = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  STALE: 412,
  LIMITED: 429,
  UNAVAILABLE: 503,
};

/** How the codes end of refusals of files that did not come in whole. */
const CUT_OFF = '_CUT_OFF';

/** An RFC 9457 problem document with our stable code. */
interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  details?: unknown;
}

/** Turns refusals into problem documents; anything else is a fault, logged in full and told in one plain sentence. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Logger,
    // Left out where the filter stands alone, without a program and its records.
    @Optional() @Inject(DenialLog) private readonly denials?: DenialLog,
    @Optional() @Inject(Tally) private readonly tally?: Tally,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<RequestWithActor>();
    const problem = problemOf(error);
    if (problem.code.endsWith(CUT_OFF)) this.tally?.count('truncatedUploads');
    if (problem.status >= 500)
      this.log.error(`${request.method} ${request.url} 失败`, error, { requestId: request.id });
    if (problem.status === 403 && request.method !== 'GET') await this.putOnRecord(request, problem.code);
    send(reply, problem);
  }

  /** Whoever has signed in and tries what he may not is put on record; the refusal is told all the same if that fails. */
  private async putOnRecord(request: RequestWithActor, code: string): Promise<void> {
    const { actor, method, url } = request;
    if (!actor || !this.denials) return;
    const [path = ''] = url.split('?');
    const operation = `${method} ${request.routeOptions.url ?? path}`;
    try {
      await this.denials.note({ actor, operation, path: path.slice(0, 200), code });
    } catch (error) {
      this.log.error('越权操作未能记入审计', error, { requestId: request.id });
    }
  }
}

/** Answers with the problem document of an error, where no filter of the framework gets to see it. */
export function sendProblem(reply: FastifyReply, error: unknown): void {
  send(reply, problemOf(error));
}

function send(reply: FastifyReply, problem: Problem): void {
  const seconds = retryAfter(problem);
  if (seconds !== null) void reply.header('retry-after', String(seconds));
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(problem);
}

/** Pure: the document for an error. */
export function problemOf(error: unknown): Problem {
  const refusal = error instanceof DomainError ? error : refusalOfDatabase(error);
  if (refusal) return document(STATUS[refusal.kind], refusal.code, refusal.message, refusal.details);
  const status = statusOf(error);
  if (status === 404) return document(404, 'NO_SUCH_ADDRESS', '没有这个地址。');
  if (status === 413) return document(413, 'BODY_TOO_LARGE', '提交的内容超过大小限制。');
  if (status === 415) return document(415, 'MEDIA_TYPE_NOT_ACCEPTED', '只接受 JSON 或约定的文件格式。');
  if (status >= 400 && status < 500) return document(status, 'BAD_REQUEST', '请求内容无法识别，请检查格式。');
  return document(500, 'INTERNAL_FAULT', '系统内部出错，本次操作未保存，请稍后重试或联系管理员。');
}

/** When to come again, where coming again helps; in seconds. */
function retryAfter({ status, details }: Problem): number | null {
  if (status === 503) return 5;
  return status === 429 ? ((details as { seconds?: number } | undefined)?.seconds ?? 60) : null;
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const code = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof code === 'number' ? code : 500;
}

function document(
  status: number,
  code: string,
  title: string,
  details?: Readonly<Record<string, unknown>>,
): Problem {
  const problem: Problem = { type: `urn:diaodu:problem:${code}`, title, status, code };
  return details && Object.keys(details).length > 0 ? { ...problem, details } : problem;
}
