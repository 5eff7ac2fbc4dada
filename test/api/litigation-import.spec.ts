import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeWorkbook, type CellValue } from '../../src/platform/office/write-workbook.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { CLERK, openOffice } from '../support/office.js';
import { tableCounts } from '../support/table-counts.js';
import { upload } from '../support/upload.js';

const HEAD = ['案号', '原审案号', '法院', '原告', '被告', '案由', '立案日期', '开庭日期', '开庭时间', '负责人是否出庭', '出庭负责人', '职务', '负责人级别', '是否发言', '未出庭原因', '法院是否认可', '结案日期', '结案方式', '是否通知', '送达日期']; // prettier-ignore
const ATTENDED = ['（2023）津0105行初12号', '', '区人民法院', '张三丰', '区人社局', '工伤认定', '2023年2月1日', '2023-03-01', '9:30', '是', '王建国', '局长', '正职', '是', '', '', '2023-03-20', '驳回诉讼请求', '应当', '2023/2/20']; // prettier-ignore
const APPEAL = ['（2023）津02行终34号', '（2023）津0105行初12号', '市二中院', '张三丰', '区人社局', '工伤认定', '2023-04-03', '2023-04-20', '', '否', '', '', '', '', '不可抗力', '是', '', '', '', '']; // prettier-ignore

const sheet = (rows: CellValue[][], head: CellValue[] = HEAD) =>
  writeWorkbook({ title: '名单', author: '法院', day: '2023-05-01', sheets: [{ name: '名单', rows: [['2023年行政诉讼案件名单'], head, ...rows, ['合计', rows.length]] }] }); // prettier-ignore

describe.each(DATABASES)('导入案件名单 on %s', (name) => {
  let test: TestApp;
  const send = async (rows: CellValue[][], query = '', as = CLERK) =>
    test.request('POST', `/api/v1/court-cases/import${query}`, upload('名单.xlsx', await sheet(rows), as));

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-05-01');
  });
  afterAll(() => test.close());

  it('tells every wrong cell by row, cell, column and what to do, and writes nothing', async () => {
    const wrong = [...ATTENDED];
    [wrong[0], wrong[4], wrong[7], wrong[12]] = ['12号', '区某局', '三月一日', '科级'];
    const { status, body } = await send([wrong, APPEAL]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ committed: false, summary: { rows: 2, created: 1, rejected: 1 } });
    expect(body.rows[0].problems).toMatchObject([
      { row: 3, cell: 'A3', field: 'number', message: '案号：“12号”不能识别，应为“（2023）津0105行初12号”的样式。' },
      { cell: 'E3', field: 'defendant' },
      { cell: 'H3', field: 'day' },
      { cell: 'M3', field: 'rank' },
    ]);
    expect(JSON.stringify(body)).not.toContain('张三丰');
    expect(await tableCounts(test.db)).toMatchObject({ court_case: 0 });
  }); // prettier-ignore

  it('shows first what it would do', async () => {
    const { body } = await send([ATTENDED, APPEAL], '?dryRun=true');
    expect(body).toMatchObject({
      committed: false,
      summary: { rows: 2, created: 1, updated: 1, unchanged: 0, rejected: 0 },
    });
    expect(await tableCounts(test.db)).toMatchObject({ court_case: 0 });
  });

  it('enters the cases with their instances, notices, forms and rulings', async () => {
    expect((await send([ATTENDED, APPEAL])).body).toMatchObject({ committed: true, summary: { created: 1, updated: 1 } });
    const { body } = await test.request('GET', '/api/v1/court-cases?q=行初12', { as: CLERK });
    const found = await test.request('GET', `/api/v1/court-cases/${body.items[0].id}`, { as: CLERK });
    expect(found.body).toMatchObject({
      plaintiff: '张某某',
      instances: [
        { level: 'FIRST', closedOn: '2023-03-20', hearings: [{ day: '2023-03-01', time: '09:30', state: 'HELD', notices: [{ mandatory: true, servedOn: '2023-02-20' }], seats: [{ form: { official: { name: '王建国' } } }] }] },
        { level: 'SECOND', closedOn: null, hearings: [{ seats: [{ absence: { reason: 'FORCE_MAJEURE' }, absenceAccepted: true }] }] },
      ],
      duties: [{ counts: true, fulfilled: true }, { counts: false }],
    });
  }); // prettier-ignore

  it('changes nothing the second time, and says where list and register differ', async () => {
    const before = await tableCounts(test.db);
    expect((await send([ATTENDED, APPEAL])).body).toMatchObject({
      committed: false,
      summary: { unchanged: 2 },
    });
    const other = [...ATTENDED];
    other[10] = '李红';
    const { body } = await send([other]);
    expect(body).toMatchObject({ committed: false, summary: { unchanged: 1 } });
    expect(body.rows[0].remarks).toEqual([
      '台账已登记王建国出庭，与名单不同，未改动；确有错误的，请在案件中更正。',
    ]);
    expect(await tableCounts(test.db)).toEqual(before);
  });

  it('tells what a deed refuses of the cell that asked for it', async () => {
    const early = [...ATTENDED];
    [early[0], early[7], early[16]] = ['（2023）津0105行初13号', '2023-01-10', ''];
    [early[17], early[18], early[19]] = ['', '', ''];
    const { body } = await send([early]);
    expect(body.rows[0]).toMatchObject({ fate: 'REJECTED', problems: [{ field: 'day' }] });
    expect(body.rows[0].problems[0].message).toContain('早于立案日');
    const bare = early.map((text, i) => (i === 2 || i === 3 ? '' : text));
    expect((await send([bare])).body.rows[0].problems).toMatchObject([{ field: 'court' }]);
  });

  it('refuses a file without a list, and whoever is not of the office', async () => {
    const empty = await writeWorkbook({ title: '空', author: '', day: '2023-05-01', sheets: [{ name: '一', rows: [['通知']] }] }); // prettier-ignore
    const refused = await test.request('POST', '/api/v1/court-cases/import', upload('空.xlsx', empty, CLERK));
    expect(refused.body.code).toBe('COURT_LIST_UNREADABLE');
    expect((await send([ATTENDED], '', 'RSJ-LIAISON')).status).toBe(403);
    expect((await send([ATTENDED], '?dryRun=maybe')).body.code).toBe('REQUEST_INVALID');
  });

  it("holds the court's list of a quarter, uploaded as a file, against the register", async () => {
    const put = async (rows: CellValue[][]) =>
      test.request('PUT', '/api/v1/court-appearance/court-figures/file?year=2023&quarter=1', upload('一季度.xlsx', await sheet(rows, ['案号', '被告', '开庭日期', '负责人是否出庭']), CLERK));
    expect((await put([['12号', '区人社局', '2023-03-01', '也许']])).body).toMatchObject({ reconciliation: null, problems: [{ cell: 'A3' }, { cell: 'D3' }] });
    const { body } = await put([['（2023）津0105行初12号', '区人社局', '2023-03-01', '否']]);
    expect(body).toMatchObject({ problems: [], reconciliation: { courtLines: 1, courtAppeared: 0, differences: [{ kind: 'APPEARANCE_DIFFERS' }] } });
  }); // prettier-ignore
});
