import { FORM } from '../office-court.js';
import type { CourtCase } from '../office-court.js';
import { upload } from '../../support/upload.js';
import type { Ask, Recipe, Recipes, Things } from '../recipe.js';

const OFFICIAL = { name: '李红', post: '副局长', rank: 'DEPUTY' };
const PLAN = { day: '2023-05-10', time: '09:30', room: '第一法庭' };
const PARTIES = (code: string): object[] => [{ department: code, role: 'DEFENDANT' }];
const APPEAL = (code: string): object => ({
  level: 'SECOND',
  number: '（2023）津02行终900号',
  court: '市中级人民法院',
  filedOn: '2023-03-10',
  parties: PARTIES(code),
});

/** A question or a deed about a department's case. */
const ofCase = (body?: (code: string) => object): Recipe => ({
  about: 'report',
  ask: ({ parent: { court, code } }) => ({
    params: { id: court.id },
    ...(body && { version: court.version, body: body(code) }),
  }),
});

/** A deed to an instance, looked up through its case. */
const ofInstance = (body: (code: string) => object): Recipe => ({
  about: 'report',
  nested: true,
  ask: ({ parent, child }) => ({
    params: { id: parent.court.id, instanceId: child.court.instanceId },
    version: parent.court.version,
    body: body(parent.code),
  }),
});

/** A deed to a hearing in a standing; a department speaks for itself. */
const ofHearing = (kind: keyof Pick<CourtCase, 'ahead' | 'passed' | 'held'>, body?: (code: string) => object): Recipe => ({
  about: 'report',
  ask: ({ parent: { court, code } }) => ({
    params: { id: court[kind] },
    ...(body && { version: court.version, body: body(code) }),
  }),
}); // prettier-ignore

const year = (more: Record<string, string> = {}) => ({ query: { year: '2023', ...more } });
const quarter = { query: { year: '2023', quarter: '1' } };

/** A list of one case that is not registered yet. */
const LIST = [
  '案号,法院,原告,被告,案由,立案日期',
  '（2023）津0105行初700号,区人民法院,孙八,区教育局,行政处罚,2023-02-01',
];

function file(ask: Ask): Ask {
  const { body, headers } = upload('list.csv', Buffer.from(LIST.join('\n')), '');
  return { ...ask, body: body as Buffer, headers: headers ?? {} };
}

/** Rates are asked for everybody and for one department. */
const rate = ({ parent }: Things) => [year(), year({ department: parent.code })];

/** How the operations on court appearance are asked. */
export const LITIGATION_RECIPES: Recipes = {
  'GET /api/v1/court-cases': { about: 'nothing', ask: () => [{}, year({ department: 'JYJ' })] },
  'GET /api/v1/court-cases/{id}': ofCase(),
  'POST /api/v1/court-cases': {
    about: 'nothing',
    ask: () => ({
      body: {
        register: 'ADMINISTRATIVE',
        plaintiff: '钱七',
        cause: '行政处罚',
        actSued: '处罚决定',
        publicInterest: false,
        instance: { ...APPEAL('JYJ'), level: 'FIRST', number: '（2023）津0105行初800号' },
      },
    }),
  },
  'POST /api/v1/court-cases/import': { about: 'nothing', ask: () => file({}) },
  'PUT /api/v1/court-appearance/court-figures/file': {
    about: 'nothing',
    ask: () => file({ query: { year: '2023', quarter: '1' } }),
  },
  'PATCH /api/v1/court-cases/{id}': ofCase(() => ({ actSued: '处罚决定书' })),
  'POST /api/v1/court-cases/{id}/instances': ofCase(APPEAL),
  'PATCH /api/v1/court-cases/{id}/instances/{instanceId}': ofInstance(() => ({ court: '市法院' })),
  'POST /api/v1/court-cases/{id}/instances/{instanceId}/close': ofInstance(() => ({
    closedOn: '2023-03-10',
    outcome: 'WITHDRAWN',
    writtenTrial: false,
  })),
  'POST /api/v1/court-cases/{id}/instances/{instanceId}/hearings': ofInstance(() => ({
    ...PLAN,
    kind: 'TRIAL',
    online: false,
  })),
  'POST /api/v1/court-cases/{id}/instances/{instanceId}/suggestions': ofInstance((department) => ({
    department,
    violation: 'NO_REASON',
    number: '司建1号',
    receivedOn: '2023-03-10',
    content: '请落实负责人出庭',
  })),
  'GET /api/v1/hearings': { about: 'nothing', ask: () => ({ query: { month: '2023-04' } }) },
  'GET /api/v1/hearings/calendar.ics': { about: 'nothing', ask: () => ({ query: { month: '2023-04' } }) },
  'GET /api/v1/hearings/{id}': ofHearing('ahead'),
  'POST /api/v1/hearings/{id}/reschedule': ofHearing('ahead', () => ({ ...PLAN, reason: '延期' })),
  'POST /api/v1/hearings/{id}/cancel': ofHearing('ahead', () => ({ reason: '撤诉' })),
  'POST /api/v1/hearings/{id}/hold': ofHearing('passed', () => ({})),
  'POST /api/v1/hearings/{id}/notices': ofHearing('ahead', (department) => ({
    department,
    servedOn: '2023-03-20',
    mandatory: false,
    reason: 'OTHER',
    again: false,
  })),
  'POST /api/v1/hearings/{id}/reply': ofHearing('ahead', (department) => ({
    department,
    kind: 'ATTENDS',
    official: OFFICIAL,
  })),
  'PUT /api/v1/hearings/{id}/planned-official': ofHearing('ahead', (department) => ({
    department,
    official: OFFICIAL,
  })),
  'PUT /api/v1/hearings/{id}/attendance': ofHearing('passed', FORM),
  'POST /api/v1/hearings/{id}/rulings': ofHearing('held', (department) => ({
    department,
    identityAccepted: true,
  })),
  'GET /api/v1/court-appearance/rate': { about: 'nothing', ask: rate },
  'GET /api/v1/court-appearance/board': { about: 'nothing', ask: () => year() },
  'PUT /api/v1/court-appearance/court-figures': {
    about: 'nothing',
    ask: () => ({ body: { year: 2023, quarter: 1, lines: [{ case: '（2023）津0105行初1号' }] } }),
  },
  'GET /api/v1/court-appearance/reconciliation': { about: 'nothing', ask: () => quarter },
  'GET /api/v1/court-appearance/circulars/{format}': {
    about: 'nothing',
    ask: () => ({ params: { format: 'xlsx' }, ...quarter }),
  },
};
