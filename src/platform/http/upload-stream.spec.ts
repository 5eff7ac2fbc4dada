import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '../../domain/refusal.js';
import { FileStore, type StoredFile } from '../files/file-store.js';
import { Logger } from '../log/logger.js';
import { ProblemFilter } from './problem.filter.js';
import { acceptUploads } from './upload.js';
import { UploadStream, type IncomingFile } from './upload-stream.js';

const MEGABYTE = 1024 * 1024;
const root = mkdtempSync(join(tmpdir(), 'diaodu-upload-'));
const store = new FileStore(root);

@Controller('files')
class FilesController {
  @Post()
  async take(@UploadStream() file: IncomingFile): Promise<StoredFile & { name: string }> {
    const expected = { maxBytes: 256 * MEGABYTE, ...(file.sha256 === null ? {} : { sha256: file.sha256 }) };
    return { ...(await store.put(file.content, expected)), name: file.name };
  }
}

/** Refuses for a reason of its own, with the file at the door. */
@Controller('refused')
class RefusingController {
  @Post()
  take(@UploadStream() file: IncomingFile): never {
    throw new DomainError('INVALID', 'ELSEWHERE_WRONG', `“${file.name}”之外的内容有误。`);
  }
}

@Module({ controllers: [FilesController, RefusingController] })
class FilesModule {}

const BOUNDARY = 'a-boundary-of-some-length';
const HEAD = (name: string) =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
const TAIL = `\r\n--${BOUNDARY}--\r\n`;

describe('a file that comes in as a stream', () => {
  let app: NestFastifyApplication;
  let port: number;

  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(FilesModule, new FastifyAdapter(), { logger: false });
    app.useGlobalFilters(new ProblemFilter(new Logger('silent')));
    await acceptUploads(app);
    await app.listen(0, '127.0.0.1');
    port = Number(new URL(await app.getUrl()).port);
  }); // prettier-ignore
  afterAll(async () => {
    await app.close();
    rmSync(root, { recursive: true });
  });
  beforeEach(() => rmSync(root, { recursive: true, force: true }));

  const post = (name: string, content: Buffer, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}/files`, {
      method: 'POST',
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, ...headers },
      body: Buffer.concat([Buffer.from(HEAD(name)), content, Buffer.from(TAIL)]),
    });
  const files = () => {
    try {
      const entries = readdirSync(root, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    } catch {
      return [];
    }
  };
  const open = async (bodyBytes: number): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /files HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: multipart/form-data; boundary=${BOUNDARY}\r\ncontent-length: ${bodyBytes}\r\n\r\n`,
    );
    return socket;
  };

  /** What is answered; a socket closed by us would end the request instead. */
  const answerOn = async (socket: Socket): Promise<string> => {
    let answer = '';
    for await (const piece of socket) {
      answer += String(piece);
      if (answer.endsWith('}')) break;
    }
    return answer;
  };

  it('keeps its name, Chinese and all, and every byte, also of a file with the boundary’s beginnings in it', async () => {
    const content = Buffer.from('\r\n--a-bound\r\n--\r\n--a-boundary-of-some-lengt'.repeat(20_000));
    const answer = await post('清单（定稿）.pdf', content);
    expect(await answer.json()).toEqual({
      name: '清单（定稿）.pdf',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
  });

  it('is refused where the hash is none (CONTENT_HASH_INVALID), differs (FILE_ALTERED), or no file is sent', async () => {
    const content = Buffer.from('content');
    const refused = async (headers: Record<string, string>) =>
      ((await (await post('a.pdf', content, headers)).json()) as { code: string }).code;
    expect(await refused({ 'x-content-sha256': 'abc' })).toBe('CONTENT_HASH_INVALID');
    expect(await refused({ 'x-content-sha256': '0'.repeat(64) })).toBe('FILE_ALTERED');
    expect(await refused({ 'content-type': 'application/json' })).not.toBe(undefined);
    expect(files()).toEqual([]);
    const hash = createHash('sha256').update(content).digest('hex').toUpperCase();
    expect((await post('a.pdf', content, { 'x-content-sha256': hash })).status).toBe(201);
  });

  it('of a sender who goes away leaves nothing, wherever he stops', async () => {
    const body = Buffer.concat([Buffer.from(HEAD('a.pdf')), Buffer.alloc(300_000, 'x'), Buffer.from(TAIL)]);
    for (const share of [0, 0.01, 0.3, 0.6, 0.9, 0.999]) {
      const socket = await open(body.length);
      socket.write(body.subarray(0, Math.floor(body.length * share)));
      await pause(30);
      socket.destroy();
    }
    await pause(200);
    expect(files()).toEqual([]);
  });

  it('that ends before its boundary is not stored: a request shorter than its file is no file', async () => {
    const body = Buffer.concat([Buffer.from(HEAD('a.pdf')), Buffer.alloc(100_000, 'x')]);
    const socket = await open(body.length);
    socket.write(body);
    const answer = await answerOn(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 [45]\d\d/);
    await pause(50);
    expect(files()).toEqual([]);
  });

  it('larger than allowed is answered while it still comes in, and the next request finds the service well', async () => {
    const answer = await post('large.pdf', Buffer.alloc(257 * MEGABYTE));
    expect(await answer.json()).toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect(files()).toEqual([]);
    expect((await post('small.pdf', Buffer.from('x'))).status).toBe(201);
  });

  it('that nobody takes does not hold the connection: the next request on it is answered at once', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const send = (path: string, content: Buffer) =>
      new Promise<number>((resolve, reject) => {
        const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
        const sent = request({ port, path, method: 'POST', agent, headers, timeout: 5000 }, (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
        });
        sent.on('error', reject).on('timeout', () => sent.destroy(new Error('nobody answers')));
        sent.end(Buffer.concat([Buffer.from(HEAD('a.pdf')), content, Buffer.from(TAIL)]));
      });
    expect(await send('/refused', Buffer.alloc(3 * MEGABYTE, 'x'))).toBe(400);
    expect(await send('/files', Buffer.from('x'))).toBe(201);
    agent.destroy();
  });

  it('of 160 MB costs no memory of its size', async () => {
    const size = 160 * MEGABYTE;
    const wrapped = Buffer.byteLength(HEAD('a.pdf')) + size + TAIL.length;
    const socket = await open(wrapped);
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const before = process.memoryUsage();
    let most = 0;
    socket.write(HEAD('a.pdf'));
    for (let sent = 0; sent < size; sent += chunk.length) {
      if (!socket.write(chunk)) await new Promise((resolve) => socket.once('drain', resolve));
      most = Math.max(most, process.memoryUsage().arrayBuffers - before.arrayBuffers);
    }
    socket.write(TAIL);
    expect(await answerOn(socket)).toContain(`"bytes":${size}`);
    expect(most).toBeLessThan(60 * MEGABYTE);
  });
});
