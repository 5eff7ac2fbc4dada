import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/refusal.js';

/** The version a change is based on, from `If-Match: "3"`; required, so that nobody overwrites what he has not seen. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '');
  if (!match) {
    throw new DomainError(
      'INVALID',
      'IF_MATCH_REQUIRED',
      '修改时须注明所依据的版本（请求头 If-Match: "版本号"）。',
    );
  }
  return Number(match[1]);
});
