import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { Settings } from '../../src/platform/config/settings.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { compound, office, pdf, pdfOf, png, zip } from '../support/evidence-files.js';
import { issuedLedger, taskOf } from '../support/ledger.js';
import { CLERK, openOffice } from '../support/office.js';
import { upload } from '../support/upload.js';

const ROWS = [['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前']];
const LEAD = 'SFJ-LIAISON';
const SUPPORT = 'CZJ-LIAISON';
const MEGABYTE = 1024 * 1024;
const WORD = 'word/document.xml';
const TEXT = Buffer.from('序号,单位\n1,区司法局\n');
/** “序号,单位” as older spreadsheets write it. */
const GB18030 = Buffer.from('d0f2bac52cb5a5cebb0a', 'hex');

describe.each(DATABASES)('files of evidence on %s', (name) => {
  let test: TestApp;
  let taskId: string;

  beforeAll(async () => {
    test = await startTestApp(name, { DIAODU_EVIDENCE_MB: '1' });
    await openOffice(test);
    await test.holdDay('2023-03-10');
    await issuedLedger(test, ROWS);
    taskId = (await taskOf(test, '1')).id as string;
  });
  afterAll(() => test.close());

  const code = (response: TestResponse) => [response.status, response.body.code];
  const send = (file: string, bytes: Buffer, query = '', headers: Record<string, string> = {}) => {
    const options = upload(file, bytes, LEAD);
    return test.request('POST', `/api/v1/tasks/${taskId}/evidence?${query}`, {
      ...options,
      headers: { ...options.headers, ...headers },
    });
  };
  const folder = () => join(test.app.get(Settings).DIAODU_DATA_DIR, 'files');
  const stored = () =>
    existsSync(folder())
      ? readdirSync(folder(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      : [];

  it.each([
    ['通知.pdf', pdf()],
    ['照片.PNG', png()],
    ['总结.docx', office(WORD)],
    ['台账.xlsx', office('xl/workbook.xml')],
    ['汇报.pptx', office('ppt/presentation.xml')],
    ['公文.ofd', zip({ 'OFD.xml': '<x/>', 'Doc_0/Document.xml': '<x/>' })],
    ['旧文.doc', compound('WordDocument')],
    ['旧文.wps', compound('WordDocument')],
    ['旧表.xls', compound('Workbook')],
    ['旧表.et', compound('Workbook')],
    ['旧稿.dps', compound('PowerPoint Document')],
    ['名单.csv', TEXT],
    ['名单（旧编码）.csv', GB18030],
    ['说明.txt', Buffer.from('\uFEFF第一条', 'utf16le')],
    ['打包.zip', zip({ '一.pdf': 'x', '二/三.docx': 'y' })],
    [`${'长'.repeat(251)}.txt`, TEXT],
  ])('takes %s', async (file, bytes) => {
    expect(await send(file, bytes)).toMatchObject({ status: 201, body: { name: file, bytes: bytes.length } });
  });

  it.each([
    ['EVIDENCE_KIND_DANGEROUS', '安装.exe', Buffer.from('MZ\u0090')],
    ['EVIDENCE_CONTENT_DIFFERS', '安装.pdf', Buffer.concat([Buffer.from('MZ\u0090'), Buffer.alloc(600)])],
    ['EVIDENCE_KIND_DANGEROUS', '网页.html', Buffer.from('<html></html>')],
    ['EVIDENCE_CONTENT_DIFFERS', '网页.xls', Buffer.from('<html><table></table></html>')],
    ['EVIDENCE_CONTENT_DIFFERS', '网页.txt', Buffer.from(' \n<!DOCTYPE html><script>alert(1)</script>')],
    ['EVIDENCE_CONTENT_DIFFERS', '脚本.csv', Buffer.from('#!/bin/sh\nrm -rf x\n')],
    ['EVIDENCE_KIND_DANGEROUS', '徽标.svg', Buffer.from('<svg onload="alert(1)"/>')],
    ['EVIDENCE_CONTENT_DIFFERS', '徽标.png', Buffer.from('<svg onload="alert(1)"/>')],
    ['EVIDENCE_CONTENT_DIFFERS', '网页在前.pdf', Buffer.concat([Buffer.from('<script>x</script>'), pdf()])],
    ['EVIDENCE_CONTENT_DIFFERS', '表格.pdf', office('xl/workbook.xml')],
    ['EVIDENCE_CONTENT_DIFFERS', '压缩包.docx', zip({ 'a.txt': 'x' })],
    ['EVIDENCE_KIND_MACRO', '带宏.docm', office(WORD)],
    ['EVIDENCE_KIND_MACRO', '带宏.docx', office(WORD, { 'word/vbaProject.bin': 'x' })],
    ['EVIDENCE_KIND_MACRO', '带宏.xls', compound('Workbook', '_VBA_PROJECT')],
    ['EVIDENCE_KIND_MACRO', '二进制.xlsb', office('xl/workbook.bin')],
    ['EVIDENCE_ENCRYPTED', '加密.docx', compound('EncryptedPackage')],
    ['EVIDENCE_KIND_DANGEROUS', '夹带.zip', zip({ '说明.txt': 'x', '安装/setup.EXE': 'MZ' })],
    ['EVIDENCE_CONTENT_DIFFERS', '残缺.zip', zip({ '说明.txt': 'x'.repeat(500) }).subarray(0, 90)],
    ['EVIDENCE_KIND_CLOSED', '打包.rar', Buffer.from('Rar!\u001A\u0007\u0000')],
    ['EVIDENCE_KIND_UNKNOWN', '图纸.dwg', Buffer.from('AC1032')],
    ['EVIDENCE_KIND_UNKNOWN', '没有扩展名', TEXT],
    ['EVIDENCE_CONTENT_DIFFERS', '乱码.txt', Buffer.from([0xff, 0x00, 0xd8, 0x07])],
    ['EVIDENCE_EMPTY', '空.pdf', Buffer.alloc(0)],
    ['EVIDENCE_STATE_SECRET', '机密★三年.pdf', pdf()],
    ['EVIDENCE_NAME_TOO_LONG', `${'长'.repeat(252)}.txt`, TEXT],
    ['EVIDENCE_NAME_MISSING', '...', TEXT],
  ])('refuses by %s: %s', async (refusal, file, bytes) => {
    const before = stored().length;
    expect(code(await send(file, bytes))).toEqual([400, refusal]);
    expect(stored()).toHaveLength(before);
  });

  it('cleans a name of folders, hidden characters and what turns the reading direction', async () => {
    expect((await send('..\\..\\系统\\附件\u202E1.txt', TEXT)).body.name).toBe('附件1.txt');
    expect(code(await send('照片\u202Egpj.exe', png()))).toEqual([400, 'EVIDENCE_KIND_DANGEROUS']);
  });

  it('refuses a field that says the file is a state secret, and a subject of another task', async () => {
    expect(code(await send('a.pdf', pdf(), 'secrecy=CONFIDENTIAL'))).toEqual([400, 'EVIDENCE_STATE_SECRET']);
    expect(code(await send('a.pdf', pdf(), 'description=%E7%A7%98%E5%AF%86'))).toEqual([400, 'EVIDENCE_STATE_SECRET']);
    expect(code(await send('a.pdf', pdf(), 'secrecy=OTHER'))).toEqual([400, 'REQUEST_INVALID']);
    expect(code(await send('a.pdf', pdf(), `subjectKind=TASK&subjectId=${'0'.repeat(36)}`))).toEqual([
      400,
      'EVIDENCE_SUBJECT_UNKNOWN',
    ]);
  }); // prettier-ignore

  it('takes a file of the limit and never a part of a larger one', async () => {
    for (const bytes of [MEGABYTE - 1, MEGABYTE]) {
      expect(await send(`${bytes}.pdf`, pdfOf(bytes))).toMatchObject({ status: 201, body: { bytes } });
    }
    const before = stored().length;
    for (const bytes of [MEGABYTE + 1, 3 * MEGABYTE]) {
      const refused = await send(`${bytes}.pdf`, pdfOf(bytes));
      expect(code(refused)).toEqual([400, 'EVIDENCE_TOO_LARGE']);
      expect(refused.body.title).toContain('1 MB');
    }
    expect(stored()).toHaveLength(before);
  });

  it('compares with the hash of the sender, and answers a body that ends too early by EVIDENCE_CUT_OFF', async () => {
    const wrong = { 'x-content-sha256': '0'.repeat(64) };
    expect(code(await send('b.pdf', pdf(), '', wrong))).toEqual([400, 'FILE_ALTERED']);
    const options = upload('c.pdf', pdfOf(50_000), LEAD);
    const body = (options.body as Buffer).subarray(0, 30_000);
    const cut = await test.request('POST', `/api/v1/tasks/${taskId}/evidence`, { ...options, body });
    expect(code(cut)).toEqual([400, 'EVIDENCE_CUT_OFF']);
    expect(stored().filter((entry) => entry.parentPath.endsWith('tmp'))).toEqual([]);
  });

  it('gives a file out by a link of a minute, to who asked for it, as an attachment that may run nothing', async () => {
    const { id } = (await send('公布稿 (1).pdf', pdf('published'))).body;
    const link = (as: string) => test.request('POST', `/api/v1/evidence/${id}/download-link`, { as });
    expect(code(await link(SUPPORT))).toEqual([404, 'EVIDENCE_NOT_FOUND']);
    const { url, expiresAt } = (await link(CLERK)).body;
    expect(expiresAt - Date.now()).toBeLessThanOrEqual(60_000);
    const file = await test.request('GET', url, { as: CLERK });
    expect(file).toMatchObject({
      status: 200,
      body: pdf('published').toString(),
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(pdf('published').length),
        'content-disposition': `attachment; filename="___ (1).pdf"; filename*=UTF-8''%E5%85%AC%E5%B8%83%E7%A8%BF%20%281%29.pdf`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
    const preview = await test.request('GET', `${url}?preview=1`, { as: CLERK });
    expect(preview.headers['content-disposition']).toMatch(/^inline; /);
    expect(preview.headers['content-security-policy']).toBe("sandbox; default-src 'none'");
    expect(code(await test.request('GET', url, { as: LEAD }))).toEqual([403, 'EVIDENCE_ACCESS_EXPIRED']);
    expect(code(await test.request('GET', `${url}x`, { as: CLERK }))).toEqual([403, 'EVIDENCE_ACCESS_EXPIRED']);
    const seen = await test.db.read<{ actor: string; after: string }>(
      `SELECT actor, after FROM audit_event WHERE operation = 'evidence.access' AND object_id = ? ORDER BY seq`,
      [id],
    );
    expect(seen.map(({ actor, after }) => [actor, JSON.parse(after).purpose])).toEqual([
      [CLERK, 'DOWNLOAD'],
      [CLERK, 'PREVIEW'],
    ]);
  }); // prettier-ignore

  it('does not show a PDF in the page in which something could run; it is taken and downloaded like any other', async () => {
    const scripted = Buffer.from(pdf().toString('latin1').replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /Java#53cript /JS (app.alert(1)) >>'), 'latin1'); // prettier-ignore
    const sent = await send('带脚本.pdf', scripted);
    expect(sent).toMatchObject({ status: 201, body: { canPreview: false } });
    const { url } = (
      await test.request('POST', `/api/v1/evidence/${sent.body.id}/download-link`, { as: CLERK })
    ).body;
    expect(code(await test.request('GET', `${url}?preview=1`, { as: CLERK }))).toEqual([400, 'EVIDENCE_NO_PREVIEW']);
    expect((await test.request('GET', url, { as: CLERK })).status).toBe(200);
  }); // prettier-ignore

  it('asks for the right again when a link is used, and previews pictures and PDF only', async () => {
    const { id } = (await send('共享.docx', office(WORD), 'isShared=true')).body;
    const { url } = (await test.request('POST', `/api/v1/evidence/${id}/download-link`, { as: SUPPORT })).body;
    expect(code(await test.request('GET', `${url}?preview=1`, { as: SUPPORT }))).toEqual([400, 'EVIDENCE_NO_PREVIEW']);
    expect((await test.request('GET', url, { as: SUPPORT })).status).toBe(200);
    const body = { isShared: false };
    await test.request('PATCH', `/api/v1/evidence/${id}`, { as: LEAD, body, version: 1 });
    expect(code(await test.request('GET', url, { as: SUPPORT }))).toEqual([404, 'EVIDENCE_NOT_FOUND']);
  }); // prettier-ignore

  it('clears away after a day what no row knows, and nothing else, of evidence or of any other feature', async () => {
    const hashes = () =>
      stored()
        .map((entry) => entry.name)
        .toSorted();
    const run = (slot: string) =>
      test.app.get(JobRunner).workSlot(test.app.get(JobRegistry).job('evidence.sweep'), slot, false);
    const age = (hours: number) => {
      const then = Date.now() / 1000 - hours * 3600;
      for (const entry of stored()) utimesSync(join(entry.parentPath, entry.name), then, then);
    };
    const known = hashes();
    const [ledger] = await test.db.read<{ hash: string }>('SELECT file_sha256 AS hash FROM ledger_import');
    expect(known).toContain(ledger?.hash);
    const files = new FileStore(folder());
    const orphan = (await files.put(pdf('orphan'))).sha256;
    writeFileSync(join(folder(), 'tmp', 'broken-off'), 'x');
    age(23);
    await run('2023-03-10');
    expect(hashes()).toEqual([...known, orphan, 'broken-off'].toSorted());
    age(25);
    await run('2023-03-11');
    expect(hashes()).toEqual(known);
    for (const hash of known) expect(await files.verify(hash)).toBe(true);
  });
});
