import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as XLSX from '@e965/xlsx';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { DenialLog } from '../../src/platform/audit/denial-log.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { CLERK, openOffice } from '../support/office.js';

const AUDITOR = 'AUDITOR';

interface Event {
  seq: number;
  at: number;
  actor: string;
  operation: string;
  operationName: string;
  objectKindName: string;
  objectId: string;
  changes: { field: string; fieldName: string; before: string | null; after: string | null }[];
}

/** What an event tells of a field after the deed. */
const told = ({ changes }: Event, field: string) => changes.find((each) => each.field === field)?.after;

describe.each(DATABASES)('the audit trail for its auditor on %s', (name) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    for (const alias of ['司法行政局', '法治办', '100%别名']) {
      const body = { alias, validFrom: '2023-01-01' };
      await test.request('POST', '/api/v1/departments/SFJ/aliases', { as: CLERK, body });
    }
  });
  afterAll(() => test.close());

  const list = async (query: string): Promise<{ items: Event[]; next: string | null }> => {
    const { status, body } = await test.request('GET', `/api/v1/audit-events?${query}`, { as: AUDITOR });
    expect(status).toBe(200);
    return body as { items: Event[]; next: string | null };
  };

  it('comes newest first, page by page, without a gap', async () => {
    const all = await list('limit=100');
    const seen: number[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { items: Event[]; next: string | null } = await list(
        `limit=7${next ? `&after=${next}` : ''}`,
      );
      seen.push(...page.items.map(({ seq }) => seq));
      next = seen.length >= all.items.length ? null : page.next;
    }
    expect(seen.slice(0, all.items.length)).toEqual(all.items.map(({ seq }) => seq));
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  });

  it('is found by day, post, operation, object and text', async () => {
    const added = await list('operation=organization.addAlias');
    expect(added.items.map((event) => told(event, 'alias'))).toEqual(['100%别名', '法治办', '司法行政局']);
    const [first] = added.items;
    expect((await list(`objectKind=department&objectId=${first?.objectId}&operation=organization.add`)).items).toHaveLength(3); // prettier-ignore
    expect((await list(`actor=${CLERK}&limit=100`)).items.every(({ actor }) => actor === CLERK)).toBe(true);
    expect((await list('q=法治办')).items.map((event) => told(event, 'alias'))).toEqual(['法治办']);
    expect((await list('q=0%25')).items.map((event) => told(event, 'alias'))).toEqual(['100%别名']);
    const day = new Date((first?.at ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10);
    expect((await list(`from=${day}&to=${day}&operation=organization.addAlias`)).items).toHaveLength(3);
    expect((await list(`to=2020-01-01`)).items).toEqual([]);
    expect((await list(`from=2999-01-01`)).items).toEqual([]);
  });

  it('is read in the words of the office, and asked for one operation by its word', async () => {
    const { body } = await test.request('GET', '/api/v1/audit-events/names', { as: AUDITOR });
    const { operations, objectKinds } = body as Record<'operations' | 'objectKinds', { code: string; name: string }[]>; // prettier-ignore
    const codeOf = (word: string) => operations.find(({ name: each }) => each === word)?.code;
    expect(codeOf('新增单位别名')).toBe('organization.addAlias');
    expect(objectKinds).toContainEqual({ code: 'department', name: '单位' });
    const { items } = await list(`operationIs=${codeOf('新增单位别名')}&limit=100`);
    expect(items.map(({ operationName }) => operationName)).toEqual(Array(3).fill('新增单位别名'));
    expect(new Set(items.map(({ objectKindName }) => objectKindName))).toEqual(new Set(['单位']));
    expect((await list('operationIs=organization.add')).items).toEqual([]);
    // No code is left without a word, nor with one that begins like it taken for it.
    const all = await list('limit=100');
    expect(all.items.filter((event) => event.operationName === event.operation)).toEqual([]);
    expect((await list('operationIs=self-check.run&operation=self-')).items).toEqual([]);
  });

  it('records that it was read, once an hour and not for every page', async () => {
    expect((await list('operation=audit.read')).items).toHaveLength(1);
  });

  it('is exported as a workbook, which is on record', async () => {
    const url = '/api/v1/audit-events/export?operation=organization.addAlias';
    const cookie = await test.signIn.cookieOf(AUDITOR);
    const response = await test.app.inject({
      method: 'GET',
      url,
      headers: { host: '127.0.0.1', cookie: cookie ?? '' },
    });
    expect(response.headers['content-disposition']).toMatch(/^attachment; filename="audit-[\d-]+\.xlsx"$/);
    const book = XLSX.read(response.rawPayload);
    const rows = XLSX.utils.sheet_to_json<string[]>(book.Sheets['审计日志']!, { header: 1 });
    expect(rows).toHaveLength(4);
    expect(rows[1]?.join(' ')).toContain('100%别名');
    expect(rows[1]?.slice(5, 9)).toEqual(['新增单位别名', 'organization.addAlias', '单位', 'department']);
    expect((await list('operation=audit.export')).items[0]?.changes).toEqual([
      {
        field: 'filter',
        fieldName: '筛选条件',
        before: null,
        after: '{"operation":"organization.addAlias"}',
      },
      { field: 'rows', fieldName: '行数', before: null, after: '3' },
    ]);
  });

  it('gives its anchor away, and is verified against it', async () => {
    const anchor = await test.request('GET', '/api/v1/audit-events/anchor', { as: AUDITOR });
    expect(anchor.headers['content-disposition']).toContain(`audit-anchor-${anchor.body.seq}.json`);
    const { seq, hash } = anchor.body as { seq: number; hash: string };
    const good = await test.request('POST', '/api/v1/audit-events/verify', { as: AUDITOR, body: { anchor: { seq, hash } } }); // prettier-ignore
    expect(good).toMatchObject({ status: 200, body: { ok: true, faults: [], events: seq + 1 } });
    const bad = await test.request('POST', '/api/v1/audit-events/verify', { as: AUDITOR, body: { anchor: { seq, hash: 'f'.repeat(64) } } }); // prettier-ignore
    expect(bad.body).toMatchObject({ ok: false, faults: [expect.stringContaining('与外部锚点不符')] });
    const plain = await test.request('POST', '/api/v1/audit-events/verify', { as: AUDITOR, body: {} });
    expect(plain.body).toMatchObject({ ok: true });
    expect((await list('operation=audit.verify')).items.map((event) => told(event, 'ok'))).toEqual([
      'true',
      'false',
      'true',
    ]);
  });

  it.each([CLERK, 'SYSADMIN', 'SECADMIN', 'SFJ-HEAD'])('is not for %s', async (as) => {
    for (const url of ['', '/export', '/anchor', '/names'])
      expect((await test.request('GET', `/api/v1/audit-events${url}`, { as })).status).toBe(403);
    expect((await test.request('POST', '/api/v1/audit-events/verify', { as, body: {} })).status).toBe(403);
  });

  it('tells who tried what he may not do, and the number instead of a flood', async () => {
    await test.signIn.cookieOf('SFJ-HEAD');
    const body = { alias: '越权别名' };
    const tries = Array.from({ length: 40 }, () =>
      test.request('POST', '/api/v1/departments/SFJ/aliases', { as: 'SFJ-HEAD', body }),
    );
    expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([403]));
    expect((await test.request('GET', '/api/v1/audit-events', { as: 'SFJ-HEAD' })).status).toBe(403);
    await test.app.get(DenialLog).beforeApplicationShutdown();
    const shown = await list('operation=access.denied&actor=SFJ-HEAD');
    const items = shown.items.filter(({ objectId }) => objectId === 'POST /api/v1/departments/:code/aliases'); // prettier-ignore
    const numbers = items.filter((event) => told(event, 'times'));
    const attempts = items.filter((event) => told(event, 'code'));
    // The forty may lie on both sides of a full minute.
    expect(attempts.length).toBeGreaterThanOrEqual(1);
    expect(attempts.length).toBeLessThanOrEqual(2);
    expect(numbers.reduce((sum, event) => sum + Number(told(event, 'times')), 0)).toBeGreaterThanOrEqual(39);
    expect(attempts[0]?.changes.map(({ after }) => after)).toEqual([
      'ROLE_NOT_ALLOWED',
      '/api/v1/departments/SFJ/aliases',
    ]);
  });

  it('refuses to put more into a workbook than a person could look through', async () => {
    await test.db.unitOfWork.run(async () => {
      for (let n = 0; n < 20_001; n++) {
        test.app.get(AuditTrail).record({ operation: 'test.many', objectKind: 'test', objectId: String(n) });
      }
    });
    const many = await test.request('GET', '/api/v1/audit-events/export?operation=test.', { as: AUDITOR });
    expect(many).toMatchObject({ status: 400, body: { code: 'AUDIT_EXPORT_TOO_LARGE' } });
  });
});
