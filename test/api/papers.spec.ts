import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readOfficeFile } from '../../src/platform/office/read-office-file.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { freezeNovember, novemberDistrict, OFFICE, roundOfNovember } from '../support/frozen-month.js';

describe.each(DATABASES)('the monthly bulletin over HTTP on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await novemberDistrict(test);
  }, 60_000);
  afterAll(() => test.close());

  const issue = (roundId: string, as: string = OFFICE.director) =>
    test.request('POST', `/api/v1/rounds/${roundId}/bulletin`, { as, body: {} });
  const ask = (url: string, as: string = OFFICE.clerk) => test.request('GET', `/api/v1${url}`, { as });
  const download = async (id: string, format: string) => {
    const { rawPayload, headers, statusCode } = await test.app.inject({
      method: 'GET',
      url: `/api/v1/bulletins/${id}/files/${format}`,
      headers: { host: '127.0.0.1', cookie: (await test.signIn.cookieOf('D1-LIAISON')) ?? '' },
    });
    return { status: statusCode, headers, bytes: rawPayload, sha256: sha(rawPayload) };
  };
  const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const count = async (table: string) =>
    Number((await test.db.read<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);

  it('refuses a month that is not frozen (BULLETIN_NOT_FROZEN) and an unknown round', async () => {
    await test.db.unitOfWork.run(() =>
      test.db.write(
        `INSERT INTO dispatch_round (id, ledger_id, month, state, reports_due_on, freeze_on, meeting_on, minutes_due_on,
           bulletin_due_on, made_up, version)
         SELECT 'open-round', id, '2024-05', 'OPEN', '2024-05-24', '2024-05-31', '2024-06-07', '2024-06-12', '2024-06-14', 0, 1
           FROM ledger`,
      ),
    );
    expect((await issue('open-round')).body).toMatchObject({ status: 409, code: 'BULLETIN_NOT_FROZEN' });
    expect((await issue('no-such-round')).body.code).toBe('ROUND_NOT_FOUND');
    await test.db.unitOfWork.run(() => test.db.write(`DELETE FROM dispatch_round WHERE id = 'open-round'`));
  });

  it('is issued by the director, once, with the number of its month', async () => {
    const roundId = await freezeNovember(test);
    expect((await issue(roundId, OFFICE.clerk)).status).toBe(403);
    const answers = await Promise.all([issue(roundId), issue(roundId), issue(roundId)]);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({
      number: '第1期',
      month: '2023-11',
      issuedBy: OFFICE.director,
      files: [],
    });
    expect(await count('bulletin')).toBe(1);
    expect(await test.db.read(`SELECT actor FROM audit_event WHERE operation = 'papers.issue'`)).toEqual([
      { actor: OFFICE.director },
    ]);
  });

  it('gives every format as a file, made once and then always the same, whatever happens to the records', async () => {
    const { id } = (await issue(await roundOfNovember(test))).body;
    const first = await Promise.all([
      download(id, 'docx'),
      download(id, 'docx'),
      download(id, 'xlsx'),
      download(id, 'md'),
    ]);
    expect(first.map((file) => file.status)).toEqual([200, 200, 200, 200]);
    expect(first[0]!.headers['content-disposition']).toBe('attachment; filename="bulletin-2023-11.docx"');
    expect(first[0]!.sha256).toBe(first[1]!.sha256);

    await test.db.unitOfWork.run(async () => {
      await test.db.write(`UPDATE task SET title = '另一个名称', state = 'CLOSED'`);
      await test.db.write(`UPDATE progress_report SET verified_progress = 1, text = '改动'`);
      await test.db.write(`UPDATE department SET name = '更名局'`);
    });
    await test.holdDay('2023-12-20');
    const later = [await download(id, 'docx'), await download(id, 'xlsx'), await download(id, 'md')];
    expect(later.map((file) => file.sha256)).toEqual(
      [first[0], first[2], first[3]].map((file) => file!.sha256),
    );
    expect((await issue(await roundOfNovember(test))).body).toMatchObject({ id, issuedOn: '2023-11-30' });
    const stored = (await ask('/bulletins')).body.items[0].files;
    expect(stored.map((file: { sha256: string }) => file.sha256).sort()).toEqual(
      later.map((f) => f.sha256).sort(),
    );
  });

  it('says what the snapshot says', async () => {
    const { id } = (await issue(await roundOfNovember(test))).body;
    const document = await readOfficeFile((await download(id, 'docx')).bytes, 'bulletin.docx');
    const text = document.kind === 'document'
      ? document.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n') : ''; // prettier-ignore
    expect(text).toContain('关于2023年11月法治政府建设重点任务推进情况的通报');
    expect(text).toContain('共有任务30项');
    expect(text).toContain('红灯10项（33.3%）');
    expect(text).not.toContain('另一个名称');
  });

  it('knows three formats and no foreign bulletin', async () => {
    const { id } = (await issue(await roundOfNovember(test))).body;
    expect((await ask(`/bulletins/${id}/files/pdf`)).body.code).toBe('BULLETIN_FORMAT_UNKNOWN');
    expect((await ask('/bulletins/no-such-one/files/md')).body.code).toBe('BULLETIN_NOT_FOUND');
    expect((await ask('/bulletins?ledger=other')).body).toEqual({ items: [], next: null });
  });
});
