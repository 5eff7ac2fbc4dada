import { expect } from '@jest/globals';
import { ImportDepartmentsService } from '../../src/features/organization/import-departments.service.js';
import { ImportPostsService } from '../../src/features/organization/import-posts.service.js';
import type { TestApp } from './app.js';
import { csv } from './ledger.js';
import { upload } from './upload.js';

const TREE = [
  'code,name,shortName,kind,enforcementUnit,responsibleDepartment,aliases,parent',
  'JS,江省人民政府,江省,PROVINCE,0,0,,',
  'JSSFT,江省司法厅,省司法厅,GOVERNMENT,1,1,,JS',
  'SH,沪市人民政府,沪市,CITY,0,0,,JS',
  'SHSFJ,沪市司法局,市司法局,GOVERNMENT,1,1,,SH',
  ...[
    ['HP', '黄区'],
    ['XH', '徐区'],
  ].flatMap(([node, name]) => [
    `${node},${name}人民政府,${name},DISTRICT,0,0,,SH`,
    `${node}SFJ,${name}司法局,区司法局,GOVERNMENT,1,1,,${node}`,
    `${node}CZJ,${name}财政局,区财政局,GOVERNMENT,0,1,,${node}`,
  ]),
];

const officeOf = (node: string, bureau: string): string[] =>
  (['CLERK', 'DIRECTOR', 'LEADER'] as const).map(
    (kind) => `${node}-${kind},${bureau},${kind},${node}-${kind},,2022-01-01,`,
  );

const POSTS = [
  'code,department,kind,holder,email,from,to',
  ...officeOf('JS', 'JSSFT'),
  ...officeOf('SH', 'SHSFJ'),
  ...['HP', 'XH'].flatMap((node) => officeOf(node, `${node}SFJ`)),
  ...['JSSFT', 'SHSFJ', 'HPSFJ', 'HPCZJ', 'XHSFJ', 'XHCZJ', 'HP'].map(
    (code) => `${code}-LIAISON,${code},LIAISON,${code}联络员,,2022-01-01,`,
  ),
];

/** A province with a city with two districts, HP and XH; each has an office (`HP-CLERK` …) in its bureau of justice. */
export async function openCityWithDistricts(test: TestApp): Promise<void> {
  await test.app.get(ImportDepartmentsService).import(Buffer.from(TREE.join('\n')));
  await test.app.get(ImportPostsService).import(Buffer.from(POSTS.join('\n')));
  await test.holdDay('2023-01-10');
}

/** One more department of the city, with the days from and to which it exists. */
export async function addToCity(
  test: TestApp,
  code: string,
  name: string,
  days: { validFrom?: string; validTo?: string },
): Promise<void> {
  const body = {
    code,
    name: `沪市${name}`,
    shortName: `市${name}`,
    kind: 'GOVERNMENT',
    isEnforcementUnit: false,
    isResponsibleDepartment: true,
    parentCode: 'SH',
    ...days,
  };
  const added = await test.request('POST', '/api/v1/departments', { as: 'SYSADMIN', body });
  expect(added).toMatchObject({ status: 201 });
}

/** An office takes in a ledger of 2023 and issues it; gives its id. */
export async function issueIn(
  test: TestApp,
  as: string,
  rows: readonly (readonly string[])[],
): Promise<string> {
  const url = '/api/v1/ledger-imports?year=2023&issuedOn=2023-01-10';
  const shown = await test.request('POST', url, upload('ledger.csv', csv(rows), as));
  expect(shown.body).toMatchObject({ summary: { ready: rows.length } });
  const { id, version } = shown.body as { id: string; version: number };
  const { body } = await test.request('POST', `/api/v1/ledger-imports/${id}/commit`, { as, version });
  const ledger = body.ledger as { id: string; version: number };
  const issued = await test.request('POST', `/api/v1/ledgers/${ledger.id}/issue`, {
    as,
    version: ledger.version,
    body: { issuedOn: '2023-01-10', sourceNumber: '某法办〔2023〕1号' },
  });
  expect(issued).toMatchObject({ status: 200 });
  return ledger.id;
}

/** An office takes in a ledger of 2022 and does not issue it; gives its code. */
export async function draftOf2022(test: TestApp, as: string): Promise<string> {
  const rows = csv([['1', '制度', '清单', '上年事项', '区司法局', '', '2022年6月底前']]);
  const url = '/api/v1/ledger-imports?year=2022';
  const shown = await test.request('POST', url, upload('2022.csv', rows, as));
  const { id, version } = shown.body as { id: string; version: number };
  const { body } = await test.request('POST', `/api/v1/ledger-imports/${id}/commit`, { as, version });
  return body.ledger.code as string;
}
