import type { TestApp } from '../../support/app.js';
import { pdf } from '../../support/evidence-files.js';
import { CLERK } from '../../support/office.js';
import { FIELDS } from '../../support/procedure.js';
import { upload } from '../../support/upload.js';
import { canary } from '../canaries.js';
import type { Ask, Recipe, Recipes, Things } from '../recipe.js';
import { plain } from '../recipe.js';

const ON = '2023-03-20';
const REASON = '工作需要';

/** A deed to a department's decision, asked in each of the ways given. */
const deed = (...asks: ((things: Things) => Ask)[]): Recipe => ({
  about: 'report',
  ask: (things) =>
    asks.map((ask) => {
      const { params, ...more } = ask(things);
      const { id, version } = things.parent.decision;
      return { version, ...more, params: { id, ...params } };
    }),
});

const look = deed(({ parent }) => ({ params: { seq: parent.decision.documentSeq } }));

/** A comment period that is long enough. */
const NOTICE = { publishedOn: '2023-04-03', closesOn: '2023-05-04', contact: '来信来函' };

/** A paper sent in; what stands for the step says whose it is. */
function paper(step: string, document: string, state: string) {
  return ({ who }: Things): Ask => {
    const name = `${canary([who.department ?? 'NONE'], 'paper')}${who.name}.pdf`;
    const { body, headers } = upload(name, pdf(`sent by ${who.name}`), '');
    return { params: { step, document }, body: body as Buffer, headers: headers ?? {}, state };
  };
}

const OPINION = { source: '来信', opinion: '新的意见', people: 1, adoption: 'ADOPTED', reason: '' };

/** Something done to the year's catalogue, and to that of a year that has none. */
const ofCatalogue = (ask: (things: Things) => Ask): Recipe => ({
  about: 'nothing',
  ask: (things) => {
    const { params, ...more } = ask(things);
    const { year, version } = things.office.catalogue;
    return [
      { version, ...more, params: { year, ...params }, relation: 'any' },
      { version, ...more, params: { year: '1999', ...params }, relation: 'missing', before: never },
    ];
  },
});

const never = async (): Promise<Record<string, string>> => ({});

/** The party committee consents just before. */
const consented = async (test: TestApp): Promise<Record<string, string>> => {
  const at = '/api/v1/decision-catalogues/2023';
  const { version } = (await test.request('GET', at, { as: CLERK })).body as { version: number };
  const body = { document: '会议纪要', on: ON };
  await test.request('POST', `${at}/consent`, { as: CLERK, version, body });
  return {};
};

/** How the operations on decisions are asked. */
export const DECISION_RECIPES: Recipes = {
  'GET /api/v1/decisions': plain([{}, { query: { year: '2023' } }]),
  'GET /api/v1/decisions/statistics': plain({ query: { year: '2023' } }),
  'GET /api/v1/decisions/procedures': plain(),
  'POST /api/v1/decisions': plain({
    body: {
      year: 2023,
      number: 'NEW',
      title: '新的决策',
      category: 'PLAN',
      department: 'SFJ',
      supervisingLeader: '',
      finishOn: '2023-12-31',
    },
  }),
  'GET /api/v1/decisions/{id}': look,
  'PATCH /api/v1/decisions/{id}': deed(() => ({ body: { supervisingLeader: '另一区领导' } })),
  'POST /api/v1/decisions/{id}/preview': deed(() => ({
    body: { deed: 'RECORD', step: 'INITIATION', on: ON, fields: {} },
  })),
  'POST /api/v1/decisions/{id}/steps/{step}/record': deed(
    () => ({
      params: { step: 'PROPOSAL' },
      body: { on: ON, fields: FIELDS['PROPOSAL'] ?? {} },
      state: 'undertaker',
    }),
    () => ({
      params: { step: 'INITIATION' },
      body: { on: ON, fields: FIELDS['INITIATION'] ?? {} },
      state: 'office',
    }),
  ),
  'POST /api/v1/decisions/{id}/steps/{step}/determine': deed(
    () => ({
      params: { step: 'RISK_ASSESSMENT' },
      body: { applies: true, reason: REASON },
      state: 'undertaker',
    }),
    () => ({ params: { step: 'PARTY_REPORT' }, body: { applies: true, reason: REASON }, state: 'office' }),
  ),
  'POST /api/v1/decisions/{id}/exceptions': deed(() => ({ body: { gate: 'G4', reason: REASON } })),
  'POST /api/v1/decisions/{id}/exceptions/{seq}/approve': deed(({ parent }) => ({
    params: { seq: parent.decision.exceptionSeq },
  })),
  'POST /api/v1/decisions/{id}/moves': deed(
    () => ({ body: { deed: 'SUSPEND', reason: REASON }, state: 'office' }),
    () => ({ body: { deed: 'RESUBMIT', reason: '' }, state: 'undertaker' }),
  ),
  'POST /api/v1/decisions/{id}/steps/{step}/documents/{document}': deed(
    paper('PROPOSAL', 'study', 'undertaker'),
    paper('INITIATION', 'approval', 'office'),
  ),
  'POST /api/v1/decisions/{id}/drafts': deed((things) => ({
    ...paper('', '', 'undertaker')(things),
    params: {},
    query: { substantive: 'true' },
  })),
  'GET /api/v1/decisions/{id}/archive-list': look,
  'GET /api/v1/decisions/{id}/pack': look,
  'GET /api/v1/decisions/{id}/comment-notice': deed(() => ({ query: NOTICE })),
  'GET /api/v1/decisions/{id}/documents/{seq}': look,
  'GET /api/v1/decisions/{id}/opinions': look,
  'GET /api/v1/decisions/{id}/opinions/export.xlsx': look,
  'POST /api/v1/decisions/{id}/opinions': deed(() => ({ body: OPINION })),
  'PUT /api/v1/decisions/{id}/opinions/{opinionId}': deed(({ parent }) => ({
    params: { opinionId: parent.decision.opinionId },
    body: OPINION,
  })),
  'POST /api/v1/decisions/{id}/opinions/import': deed(() => {
    const { body, headers } = upload('采纳情况.csv', Buffer.from('意见内容,采纳情况\n新的意见,采纳\n'), '');
    return { body: body as Buffer, headers: headers ?? {} };
  }),
  'GET /api/v1/decision-catalogues': plain(),
  'POST /api/v1/decision-catalogues': plain({ body: { year: 2024 } }),
  'GET /api/v1/decision-catalogues/{year}': ofCatalogue(() => ({})),
  'POST /api/v1/decision-catalogues/{year}/items': ofCatalogue(({ office }) => ({
    body: { decisionId: office.lead.decision.id, reason: REASON },
  })),
  'POST /api/v1/decision-catalogues/{year}/items/{itemId}/remove': ofCatalogue(({ office }) => ({
    params: { itemId: office.catalogue.itemId },
    body: { reason: REASON },
  })),
  'POST /api/v1/decision-catalogues/{year}/consent': ofCatalogue(() => ({
    body: { document: '会议纪要', on: ON },
  })),
  'POST /api/v1/decision-catalogues/{year}/publish': ofCatalogue(({ office, who }) => ({
    // Only what is allowed is undone again, and only a director is.
    ...(who.name === 'DIRECTOR' ? { before: consented } : {}),
    version: office.catalogue.version + 1,
    body: { on: ON, where: '区政府网站' },
  })),
};
