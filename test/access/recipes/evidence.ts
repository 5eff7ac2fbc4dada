import { upload } from '../../support/upload.js';
import { pdf } from '../../support/evidence-files.js';
import type { TestApp } from '../../support/app.js';
import { CLERK } from '../../support/office.js';
import { canary } from '../canaries.js';
import { MISSING } from '../holdings.js';
import type { Ask, Recipe, Recipes, Things } from '../recipe.js';

const REASON = { reason: '上传有误' };

/** A deed to a piece of evidence. */
const deed = (body: object | ((things: Things) => object)): Recipe => ({
  about: 'evidence',
  ask: (things) => {
    const { id, version } = things.parent.evidence;
    return { params: { id }, version, body: typeof body === 'function' ? body(things) : body };
  },
});

/** The end of a download link made for somebody's session; no link is made of what he may not read. */
async function tokenOf(test: TestApp, id: string, cookie: string | null): Promise<string> {
  const headers = { host: '127.0.0.1', ...(cookie === null ? {} : { cookie }) };
  const url = `/api/v1/evidence/${id}/download-link`;
  const link = await test.app.inject({ method: 'POST', url, headers, payload: {} });
  const made = link.statusCode === 200 ? (link.json() as { url: string }).url.split('/').at(-1) : undefined;
  return made ?? 'no-such-link';
}

/** A file by a link of one's own, and by a link that was made for the clerk. */
function files({ parent, who }: Things): Ask[] {
  const { id } = parent.evidence;
  const own: Ask = { before: async (test) => ({ token: await tokenOf(test, id, who.cookie) }) };
  if (id === MISSING || who.name === 'CLERK') return [own];
  const before = async (test: TestApp): Promise<Record<string, string>> => ({
    token: await tokenOf(test, id, await test.signIn.cookieOf(CLERK)),
  });
  return [own, { before, relation: 'borrowed' }];
}

/** How the operations on evidence are asked. */
export const EVIDENCE_RECIPES: Recipes = {
  'GET /api/v1/tasks/{taskId}/evidence': {
    about: 'task',
    ask: ({ parent }) => ({
      params: { taskId: parent.tasks.recurring.id },
      query: { withPast: 'true', limit: '100' },
    }),
  },
  'POST /api/v1/tasks/{taskId}/evidence': {
    about: 'task',
    ask: ({ parent, who }) => {
      const name = `${canary([who.department ?? 'NONE'], 'upload')}${who.name}.pdf`;
      const { body, headers } = upload(name, pdf(`sent by ${who.name}`), '');
      return { params: { taskId: parent.tasks.recurring.id }, body: body as Buffer, headers: headers ?? {} };
    },
  },
  'GET /api/v1/evidence': {
    about: 'nothing',
    ask: ({ office }) => [
      { query: { limit: '100', withPast: 'true' } },
      { query: { limit: '100', department: office.other.code } },
      { query: { limit: '100', task: office.other.tasks.recurring.id } },
      { query: { limit: '100', subjectKind: 'TASK', subjectId: office.other.tasks.recurring.id } },
    ],
  },
  'GET /api/v1/evidence/rules': { about: 'nothing', ask: () => ({}) },
  'GET /api/v1/evidence/{id}': {
    about: 'evidence',
    ask: ({ parent }) => ({ params: { id: parent.evidence.id } }),
  },
  'PATCH /api/v1/evidence/{id}': deed({ description: '补充说明' }),
  'POST /api/v1/evidence/{id}/remove': deed(REASON),
  'POST /api/v1/evidence/{id}/links': deed(({ parent }) => ({
    subjectKind: 'MILESTONE',
    subjectId: parent.tasks.recurring.milestones[1]?.id,
  })),
  'POST /api/v1/evidence/{id}/links/{linkId}/remove': {
    about: 'evidence',
    nested: true,
    ask: ({ parent, child }) => ({
      params: { id: parent.evidence.id, linkId: child.evidence.links[0]?.id ?? '' },
      body: REASON,
    }),
  },
  'POST /api/v1/evidence/{id}/download-link': deed({}),
  'GET /api/v1/evidence/files/{token}': { about: 'evidence', ask: files },
};
