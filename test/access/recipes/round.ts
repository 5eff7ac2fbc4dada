import { MISSING } from '../holdings.js';
import { ofOffice, type Ask, type Recipe, type Recipes } from '../recipe.js';

/** A deed to a department's reminder. */
function reminder(kind: 'issued' | 'proposed', body: object): Recipe {
  return { about: 'notice', ask: ({ parent }) => ({ params: { id: parent.reminders?.[kind] ?? '' }, body }) };
}

/** A page about the month that runs. */
const ofMarch = ofOffice(({ office }) => ({ query: { ledger: office.ledgerId, month: '2023-03' } }));

/** A department's post by its code; nobody's where the thing asked about is none. */
function handOver(more: Pick<Ask, 'body'> & { id?: string } = {}): Recipe {
  const { id, ...ask } = more;
  return {
    about: 'notice',
    ask: ({ parent }) => {
      const isMissing = parent.tasks.signed.id === MISSING;
      const params = { postCode: `${isMissing ? 'NOSUCH' : parent.code}-LIAISON`, ...(id ? { id } : {}) };
      return { ...ask, params };
    },
  };
}

/** A change of the robot of a department's group. */
function robot(body: object): Recipe {
  return ofOffice(({ office }) => ({
    params: { id: office.ledgerId === MISSING ? MISSING : office.robotId },
    version: 1,
    body,
  }));
}

/** How the operations on the month's round, its reminders and its papers are asked. */
export const ROUND_RECIPES: Recipes = {
  'GET /api/v1/figures': ofOffice(() => ({ query: { year: '2023' } })),
  'GET /api/v1/rounds': ofOffice(({ office }) => ({ query: { ledger: office.ledgerId } })),
  'GET /api/v1/rounds/preview': ofOffice(({ office }) => ({
    query: { ledger: office.ledgerId, month: '2023-03' },
  })),
  'GET /api/v1/rounds/preview/rows': ofOffice(({ office }) => {
    const query = { ledger: office.ledgerId, month: '2023-03', limit: '100' };
    return [{ query }, { query: { ...query, department: office.other.code } }];
  }),
  'GET /api/v1/rounds/preview/registers': ofMarch,
  'GET /api/v1/rounds/preview/digests': ofMarch,
  'GET /api/v1/rounds/timeline': ofMarch,
  'POST /api/v1/rounds/freeze': ofOffice(({ office }) => ({
    body: { ledger: office.ledgerId, month: '2023-02' },
  })),
  'GET /api/v1/rounds/{id}': ofOffice(({ office }) => ({ params: { id: office.rounds.frozen.id } })),
  'GET /api/v1/rounds/{id}/rows': ofOffice(({ office }) => {
    const params = { id: office.rounds.frozen.id };
    return [
      { params, query: { limit: '100' } },
      { params, query: { limit: '100', department: office.other.code } },
    ];
  }),
  'GET /api/v1/rounds/{id}/registers': ofOffice(({ office }) => ({
    params: { id: office.rounds.frozen.id },
  })),
  'GET /api/v1/rounds/{id}/corrections': ofOffice(({ office }) => ({
    params: { id: office.rounds.frozen.id },
  })),
  'POST /api/v1/rounds/{id}/meet': ofOffice(({ office: { rounds } }) => [
    { params: { id: rounds.frozen.id }, version: rounds.frozen.version, body: {}, state: 'FROZEN' },
    { params: { id: rounds.met.id }, version: rounds.met.version, body: {}, state: 'MET' },
  ]),
  'POST /api/v1/rounds/{id}/publish': ofOffice(({ office: { rounds } }) => [
    { params: { id: rounds.met.id }, version: rounds.met.version, body: {}, state: 'MET' },
    { params: { id: rounds.frozen.id }, version: rounds.frozen.version, body: {}, state: 'FROZEN' },
  ]),
  'POST /api/v1/rounds/{roundId}/bulletin': ofOffice(({ office }) => ({
    params: { roundId: office.rounds.frozen.id },
    body: {},
  })),
  'GET /api/v1/bulletins': {
    about: 'nothing',
    ask: ({ office }) => [{}, { query: { ledger: office.ledgerId } }],
  },
  'GET /api/v1/bulletins/{id}/files/{format}': ofOffice(({ office }) =>
    ['docx', 'xlsx', 'md'].map((format) => ({ params: { id: office.bulletinId, format } })),
  ),
  'POST /api/v1/reminders/{id}/approve': reminder('proposed', {}),
  'POST /api/v1/reminders/{id}/reply': reminder('issued', { text: '已加快办理' }),
  'POST /api/v1/reminders/{id}/dismiss': reminder('issued', { text: '已另行处理' }),
  'GET /api/v1/reminders': {
    about: 'nothing',
    ask: ({ office }) => [
      { query: { limit: '100' } },
      { query: { limit: '100', department: office.other.code } },
      { query: { limit: '100', task: office.other.tasks.overdue.id } },
    ],
  },
  'GET /api/v1/digests': {
    about: 'nothing',
    ask: ({ office }) => [
      { query: { limit: '100' } },
      { query: { limit: '100', department: office.other.code } },
    ],
  },
  'GET /api/v1/digests/reminders': {
    about: 'nothing',
    ask: ({ office }) => [
      { query: { limit: '100' } },
      { query: { limit: '100', department: office.other.code } },
    ],
  },
  'GET /api/v1/digests/wechat': {
    about: 'nothing',
    ask: ({ office }) => ({ query: { group: 'ALL_DEPARTMENTS', day: office.lead.digest.day } }),
  },
  'GET /api/v1/digests/{id}': {
    about: 'notice',
    ask: ({ parent }) => ({ params: { id: parent.digest?.id ?? '' } }),
  },
  'POST /api/v1/digests/{id}/sign': {
    about: 'notice',
    ask: ({ parent }) => ({
      params: { id: parent.digest?.id ?? '' },
      version: parent.digest?.version ?? 0,
      body: {},
    }),
  },
  'POST /api/v1/digests/{id}/resend': {
    about: 'notice',
    ask: ({ parent }) => ({ params: { id: parent.digest?.id ?? '' }, body: {} }),
  },
  'GET /api/v1/robots': { about: 'nothing', ask: () => ({}) },
  'POST /api/v1/robots': {
    about: 'nothing',
    ask: ({ office }) => ({ body: { department: office.lead.code, kind: 'DINGTALK', key: 'ab'.repeat(32) } }),
  },
  'PUT /api/v1/robots/{id}/key': robot({ key: '693a91f6-2222-4bc4-97a0-0ec2d1fa5aaa' }),
  'POST /api/v1/robots/{id}/switch': robot({ state: 'OFF' }),
  'POST /api/v1/robots/{id}/test': ofOffice(({ office }) => ({
    params: { id: office.ledgerId === MISSING ? MISSING : office.robotId },
    body: {},
    // What is asked here lies closer together than a robot may be used.
    before: async ({ db }) => {
      await db.unitOfWork.run(() => db.write(`UPDATE robot_pace SET recent = '[]'`));
      return {};
    },
  })),
  'GET /api/v1/hand-overs/{postCode}': handOver(),
  'POST /api/v1/hand-overs/{postCode}': handOver({ body: { holder: '接任人', from: '2023-06-01' } }),
  'GET /api/v1/hand-overs/{postCode}/{id}': handOver({ id: MISSING }),
  'GET /api/v1/hand-overs/{postCode}/{id}/document': handOver({ id: MISSING }),
  'POST /api/v1/hand-overs/{postCode}/{id}/confirm': handOver({ id: MISSING, body: {} }),
};
