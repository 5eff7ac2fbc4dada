import { MISSING } from '../holdings.js';
import { upload } from '../../support/upload.js';
import { ofOffice, plain, type Ask, type Recipes, type Things } from '../recipe.js';

/** The code of a department that is there, or of none where the request is about nothing that is. */
const code = ({ parent, office }: Things): string => (office.ledgerId === MISSING ? 'NOSUCH' : parent.code);

const NEW_DEPARTMENT = {
  code: 'XJWD',
  name: '某新设单位',
  shortName: '新设单位',
  kind: 'GOVERNMENT',
  isEnforcementUnit: false,
  isResponsibleDepartment: true,
};
const NOTICE = {
  text: '# year: 2027\n# status: FINAL\n# notice: 国办发明电〔2026〕7号\nday,kind,name\n2027-01-01,放假,元旦\n',
};

/** A file as it is uploaded. */
function file(name: string, lines: readonly string[]): Ask {
  const { body, headers } = upload(name, Buffer.from(lines.join('\n')), '');
  return { body: body as Buffer, headers: headers ?? {} };
}

/** How the operations on departments, groups, posts and the calendar are asked. */
export const OFFICE_RECIPES: Recipes = {
  'POST /api/v1/organization-imports/departments': plain(
    file('departments.csv', [
      'code,name,shortName,kind,enforcementUnit,responsibleDepartment,aliases',
      'XJWD,某新设单位,新设单位,GOVERNMENT,0,1,',
    ]),
  ),
  'POST /api/v1/organization-imports/posts': plain(
    file('posts.csv', ['code,department,kind,holder,email,from,to', 'CZJ-HEAD-B,CZJ,HEAD,新任,,2023-03-01,']),
  ),
  'GET /api/v1/departments': plain([
    {},
    { query: { q: '局' } },
    { query: { own: 'true', on: '2023-03-10' } },
  ]),
  'GET /api/v1/departments/{code}': ofOffice((things) => ({ params: { code: code(things) } })),
  'POST /api/v1/departments': plain({ body: NEW_DEPARTMENT }),
  'PATCH /api/v1/departments/{code}': ofOffice((things) => ({
    params: { code: code(things) },
    version: things.office.versions.department,
    body: { shortName: '新简称' },
  })),
  'POST /api/v1/departments/{code}/aliases': ofOffice((things) => ({
    params: { code: code(things) },
    body: { alias: '另一名称' },
  })),
  'POST /api/v1/departments/{code}/aliases/{aliasId}/end': ofOffice((things) => ({
    params: { code: code(things), aliasId: things.office.aliasId },
    body: { lastDay: '2023-12-31' },
  })),
  'POST /api/v1/departments/{code}/rename': ofOffice((things) => ({
    params: { code: code(things) },
    version: things.office.versions.department,
    body: { name: '更名后的单位', shortName: '更名单位' },
  })),
  'POST /api/v1/departments/{code}/merge': ofOffice((things) => ({
    params: { code: code(things) },
    version: things.office.versions.department,
    body: { into: 'CZJ', lastDay: '2023-12-31' },
  })),
  'GET /api/v1/departments/{code}/history': ofOffice((things) => ({ params: { code: code(things) } })),
  'PATCH /api/v1/department-groups/{code}': ofOffice((things) => ({
    params: { code: group(things) },
    version: things.office.versions.group,
    body: { name: '新组名' },
  })),
  'GET /api/v1/posts/missing': plain(),
  'GET /api/v1/posts/{code}': ofOffice((things) => ({ params: { code: headPost(things) } })),
  'PATCH /api/v1/posts/{code}': ofOffice((things) => ({
    params: { code: headPost(things) },
    version: 1,
    body: { email: 'head@example.invalid' },
  })),
  'GET /api/v1/calendar/outlook': plain(),
  'GET /api/v1/department-groups': plain(),
  'GET /api/v1/department-groups/{code}': ofOffice((things) => ({ params: { code: group(things) } })),
  'POST /api/v1/department-groups': plain({
    body: { code: 'NEW_GROUP', name: '新单位组', rule: 'LIST', phrases: ['新单位组'] },
  }),
  'PUT /api/v1/department-groups/{code}/members': ofOffice((things) => ({
    params: { code: group(things) },
    version: things.office.versions.group,
    body: { departments: [things.office.lead.code] },
  })),
  'GET /api/v1/posts': plain([{}, { query: { asOf: '2023-01-01' } }]),
  'POST /api/v1/posts': plain({
    body: {
      code: 'SFJ-HEAD',
      department: 'SFJ',
      kind: 'HEAD',
      holder: '接任者',
      email: '',
      from: '2023-04-01',
    },
  }),
  'POST /api/v1/posts/{code}/vacate': ofOffice((things) => ({
    params: { code: headPost(things) },
    version: 1,
    body: { lastDay: '2023-04-30' },
  })),
  'GET /api/v1/calendar/period': plain({ query: { from: '2023-03-01', count: '5', unit: 'WORKING_DAY' } }),
  'GET /api/v1/calendar/{year}': plain({ params: { year: '2023' } }),
  'GET /api/v1/calendar/{year}/{month}': plain({ params: { year: '2023', month: '03' } }),
  'POST /api/v1/calendar/{year}/notice/preview': plain({ params: { year: '2027' }, body: NOTICE }),
  'PUT /api/v1/calendar/{year}/notice': plain({ params: { year: '2027' }, version: 0, body: NOTICE }),
  'PUT /api/v1/calendar/{year}/status': plain({
    params: { year: '2026' },
    version: 1,
    body: { status: 'PROVISIONAL' },
  }),
};

const group = ({ office }: Things): string => (office.ledgerId === MISSING ? 'NO_SUCH' : office.groupCode);

const headPost = ({ parent, office }: Things): string =>
  office.ledgerId === MISSING ? 'NOSUCH-HEAD' : `${parent.code}-HEAD`;
