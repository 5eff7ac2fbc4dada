import type { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/refusal.js';
import { uploadMissing } from './upload.js';

/** A file that is still coming in. Whoever takes it counts its bytes and keeps no more than a piece of it in memory. */
export interface IncomingFile {
  /** As the sender calls it. */
  name: string;
  content: Readable;
  /** What the sender reckoned (header `x-content-sha256`), lower-case hex. */
  sha256: string | null;
  /** Size of the whole request, which no file in it can exceed; null when the sender did not say. */
  requestBytes: number | null;
  /** True when the parser cut the file off. Asked after the content has ended. */
  isTruncated(): boolean;
}

/** Header with the hash the sender reckoned over the file. */
export const CONTENT_HASH_HEADER = 'x-content-sha256';

/**
 * The one file of the request as a stream. Refuses a request without a file or with a hash that is none; how large a
 * file may be is the taker's to say, since only he knows when to stop.
 */
export const UploadStream = createParamDecorator(
  async (_: unknown, context: ExecutionContext): Promise<IncomingFile> => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.isMultipart()) throw uploadMissing();
    const sha256 = hashOf(request.headers[CONTENT_HASH_HEADER]);
    const part = await request.file({
      throwFileSizeLimit: false,
      limits: { fileSize: Number.MAX_SAFE_INTEGER },
    });
    if (!part || part.filename === undefined || part.filename === '') throw uploadMissing();
    return {
      name: part.filename,
      content: part.file,
      sha256,
      requestBytes: bytesOf(request.headers['content-length']),
      isTruncated: () => part.file.truncated,
    };
  },
);

function bytesOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

function hashOf(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const hash = String(header).toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash)) {
    throw new DomainError(
      'INVALID',
      'CONTENT_HASH_INVALID',
      `请求头 ${CONTENT_HASH_HEADER} 应为文件内容的 SHA-256（64 位十六进制）。`,
    );
  }
  return hash;
}
