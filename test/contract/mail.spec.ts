import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileMailer } from '../../src/platform/notify/file-mailer.js';
import type { Mail, Mailer } from '../../src/platform/notify/mailer.js';
import { OfficeMailer } from '../../src/platform/notify/office-mailer.js';
import { SmtpMailer } from '../../src/platform/notify/smtp-mailer.js';
import { startMailServer, type MailMode, type MailServer } from '../support/mail-server.js';

const FROM = 'diaodu@office.example';
const mail: Mail = {
  messageId: '2023-11-30.swj.liaison@office.example',
  to: { name: '水务局联络员', address: 'liaison@swj.example' },
  subject: '【法治调度】11月30日待办事项1项（催办1项）',
  text: '区水务局联络员：\n　　请抓紧办理。\n',
};
const QUICK = { connect: 500, greet: 500, silence: 500, whole: 3_000 };

/** Both drivers hand over the same mail; where it ends up differs. */
describe.each(['files', 'server'] as const)('mails to %s', (kind) => {
  let folder: string;
  let server: MailServer;
  let mailer: Mailer;
  let smtp: SmtpMailer;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'diaodu-mail-'));
    server = await startMailServer();
    smtp = new SmtpMailer(server.url, FROM, QUICK);
    mailer = kind === 'files' ? new FileMailer(folder, FROM) : smtp;
  });
  afterEach(async () => {
    smtp.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const arrived = () =>
    kind === 'server'
      ? server.taken.map((one) => one.source)
      : readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

  it('carry sender, recipient, subject, text and the constant Message-ID', async () => {
    await mailer.send(mail);
    const [source = ''] = arrived();
    const [head = '', body = ''] = source.split('\r\n\r\n');
    expect(head).toContain(`From: ${FROM}`);
    expect(head).toContain('<liaison@swj.example>');
    expect(head).toContain(`Message-ID: <${mail.messageId}>`);
    expect(head).toContain('Content-Type: text/plain; charset=utf-8');
    expect(Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n')).toContain('请抓紧办理。');
  });

  it('stay single lines where a name holds line ends', async () => {
    const name = '甲\r\nBcc: thief@example.invalid';
    await mailer.send({ ...mail, to: { ...mail.to, name }, subject: '一\r\nBcc: thief@example.invalid' });
    expect(arrived().join('')).not.toMatch(/^Bcc:/im);
    if (kind === 'server') expect(server.taken[0]!.to).toBe('liaison@swj.example');
  });
});

describe('mails to files', () => {
  it('are there once, as first written, and leave nothing half-written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diaodu-mail-'));
    const mailer = new FileMailer(folder, FROM);
    await mailer.send(mail);
    const name = `${mail.messageId}.eml`;
    const first = readFileSync(join(folder, name), 'utf8');
    await mailer.send({ ...mail, text: '另一份' });
    await mailer.send({ ...mail, messageId: '../../etc/passwd' });
    expect(readFileSync(join(folder, name), 'utf8')).toBe(first);
    expect(readdirSync(folder).sort()).toEqual([name, '__.._etc_passwd.eml'].sort());
    rmSync(folder, { recursive: true });
  });
});

describe('a mail server that misbehaves', () => {
  let server: MailServer;
  let mailer: SmtpMailer;
  beforeAll(async () => {
    server = await startMailServer();
    mailer = new SmtpMailer(server.url, FROM, QUICK);
  });
  beforeEach(() => {
    server.taken.length = 0;
  });
  afterAll(async () => {
    mailer.close();
    await server.close();
  });

  const CASES: readonly (readonly [MailMode, boolean])[] = [
    ['refuses the greeting', false],
    ['is busy at the recipient', false],
    ['fails after the content', false],
    ['knows no such recipient', true],
    ['refuses the content', true],
  ];
  it.each(CASES)('%s: permanent %s', async (mode, isPermanent) => {
    server.mode = mode;
    await expect(mailer.send(mail)).rejects.toMatchObject({ name: 'MailError', isPermanent });
    expect(server.taken).toEqual([]);
    server.mode = 'accepts';
    await mailer.send(mail);
    expect(server.taken).toHaveLength(1);
  });

  it('takes the content and never says so: sent again it is a second copy with the same Message-ID', async () => {
    server.mode = 'takes the content and never says so';
    await expect(mailer.send(mail)).rejects.toMatchObject({ isPermanent: false });
    server.mode = 'accepts';
    await mailer.send(mail);
    expect(server.taken.map((one) => one.messageId)).toEqual([`<${mail.messageId}>`, `<${mail.messageId}>`]);
  });

  it('is not there at all: temporary', async () => {
    const gone = createServer();
    const port = await new Promise<number>((resolve) =>
      gone.listen(0, '127.0.0.1', () => resolve((gone.address() as { port: number }).port)),
    );
    await new Promise((resolve) => gone.close(resolve));
    const nobody = new SmtpMailer(`smtp://127.0.0.1:${port}`, FROM, QUICK);
    await expect(nobody.send(mail)).rejects.toMatchObject({ isPermanent: false });
    nobody.close();
  });

  it('answers byte by byte: given up for now after the time one mail may take', async () => {
    const drip = createServer((socket) => {
      let at = 0;
      const timer = setInterval(
        () => socket.write('220 a very long greeting that never ends'[at++ % 40] ?? ''),
        100,
      );
      socket.on('close', () => clearInterval(timer)).on('error', () => undefined);
    });
    const port = await new Promise<number>((resolve) =>
      drip.listen(0, '127.0.0.1', () => resolve((drip.address() as { port: number }).port)),
    );
    const patient = new SmtpMailer(`smtp://127.0.0.1:${port}`, FROM, {
      ...QUICK,
      greet: 60_000,
      whole: 1_000,
    });
    const began = performance.now();
    await expect(patient.send(mail)).rejects.toMatchObject({ isPermanent: false });
    expect(performance.now() - began).toBeLessThan(5_000);
    patient.close();
    await new Promise((resolve) => drip.close(resolve));
  });
});

describe('which way the office’s mails go', () => {
  it.each([
    ['an office with a mail server', true, false, 'server'],
    ['an office without one', false, false, 'files'],
    ['demonstration data, even with a mail server', true, true, 'files'],
  ] as const)('%s', async (_case, hasServer, isDemonstration, expected) => {
    const went: string[] = [];
    const to = (name: string) => ({ send: async () => void went.push(name) });
    await new OfficeMailer(hasServer ? to('server') : null, to('files'), async () => isDemonstration).send(
      mail,
    );
    expect(went).toEqual([expected]);
  });
});
