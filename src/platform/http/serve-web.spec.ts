import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify, type FastifyInstance } from 'fastify';
import { serveWeb } from './serve-web.js';

const SCRIPT = `export const words = '${'法治调度'.repeat(500)}';`;
const HTML = { accept: 'text/html,application/xhtml+xml' };

describe('the page, served by the service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serve-web-'));
  let server: FastifyInstance;
  const said: string[] = [];

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(
      join(folder, 'index.html'),
      '<meta nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>',
    );
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
    writeFileSync(join(folder, 'assets/index-abc.js'), SCRIPT);
    writeFileSync(join(folder, 'assets/index-abc.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(folder, '..', 'beside-serve-web.txt'), 'not of the page');
    server = await served(folder);
  });

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(join(folder, '..', 'beside-serve-web.txt'), { force: true });
  });

  /** As much of the program as the page needs: a server that answers what it does not know with 404. */
  async function served(from: string): Promise<FastifyInstance> {
    const instance = fastify();
    instance.get('/api/v1/session', async () => ({ ok: true }));
    instance.setNotFoundHandler(async (_, reply) => reply.status(404).send({ code: 'NO_SUCH_ADDRESS' }));
    const app = {
      getHttpAdapter: () => ({ getInstance: () => instance }),
    } as unknown as NestFastifyApplication;
    await serveWeb(app, (line) => said.push(line), from);
    return instance;
  }

  it.each(['/', '/ledger', '/tasks/0190-x?tab=2', '/system/accounts'])(
    'answers %s with the page',
    async (url) => {
      const answer = await server.inject({ url, headers: HTML });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toContain('text/html');
      expect(answer.body).not.toContain('__CSP_NONCE__');
    },
  );

  it('gives each answer a nonce of its own, and a policy that lets in nothing from elsewhere', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => server.inject({ url: '/', headers: HTML })));
    const policy = String(first!.headers['content-security-policy']);
    const nonce = /nonce="([^"]+)"/.exec(first!.body)![1]!;
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(second!.body).not.toContain(nonce);
  });

  it('sends scripts as they were compressed, for good', async () => {
    const answer = await server.inject({
      url: '/assets/index-abc.js',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const plain = await server.inject({
      url: '/assets/index-abc.js',
      headers: { 'accept-encoding': 'identity' },
    });
    expect(plain.body).toBe(SCRIPT);
    expect((await server.inject({ url: '/favicon.svg' })).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    ['a script of a former build', '/assets/index-old.js', HTML],
    ['an address of the interface', '/api/v1/nothing', HTML],
    ['health', '/health/nothing', HTML],
    ['a program that asks for no page', '/ledger', { accept: 'application/json' }],
    ['a file beside the folder', '/..%2fbeside-serve-web.txt', HTML],
    ['a file beside the folder by another way', '/assets/..%2f..%2fbeside-serve-web.txt', HTML],
    ['a compressed copy by its name', '/assets/index-abc.js.br', {}],
    ['a name that cannot be read', '/%E0%A4%A', HTML],
  ])('leaves %s to the service', async (_, url, headers) => {
    const answer = await server.inject({ url, headers });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain('nonce');
    expect(answer.body).not.toContain('not of the page');
  });

  it('says in one line that the page was not built, and leaves the interface as it is', async () => {
    const bare = await served(join(folder, 'nowhere'));
    expect(said).toEqual([expect.stringContaining('没有已构建的网页')]);
    expect((await bare.inject('/api/v1/session')).json()).toEqual({ ok: true });
    expect((await bare.inject({ url: '/', headers: HTML })).statusCode).toBe(404);
    await bare.close();
  });
});
