import multipart from '@fastify/multipart';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/refusal.js';

/** Largest file the service takes in one request. */
const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

/** A file sent as `multipart/form-data`. */
export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** Lets the service take files: one a request, no other fields, cut off at the limit. */
export async function acceptUploads(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await fastify.register(multipart, {
    limits: { files: 1, fields: 0, parts: 1, fileSize: MAX_UPLOAD_BYTES, headerPairs: 50 },
  });
  // A file that was refused half-way is read to its end and thrown away: browsers look at the answer only when they have
  // sent everything, and would wait for ever on a connection nobody reads. The parser is let go of first: as long as it
  // waits for somebody to take the file, it holds the connection, and the next request on it, back.
  fastify.addHook('onResponse', async (request) => {
    if (request.isMultipart() && !request.raw.readableEnded) request.raw.unpipe().resume();
  });
}

/** The one file of the request. Refuses a request without a file, a file cut off at the limit, and one without a name. */
export const Upload = createParamDecorator(
  async (_: unknown, context: ExecutionContext): Promise<UploadedFile> => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.isMultipart()) throw uploadMissing();
    const part = await request.file({ throwFileSizeLimit: false });
    if (!part || part.filename === '') throw uploadMissing();
    const bytes = await part.toBuffer();
    if (part.file.truncated) {
      throw new DomainError(
        'INVALID',
        'UPLOAD_TOO_LARGE',
        '上传的文件超过 20 MB，请拆分或者删除无关内容后再上传。',
      );
    }
    return { name: part.filename, bytes };
  },
);

/** The refusal of a request that carries no file. */
export function uploadMissing(): DomainError {
  return new DomainError('INVALID', 'UPLOAD_MISSING', '请以 multipart/form-data 上传一个文件。');
}
