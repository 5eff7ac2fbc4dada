import { MISSING } from '../holdings.js';
import { PRINCIPALS } from '../principals.js';
import { ofOffice, plain, type Ask, type Recipes, type Things } from '../recipe.js';

const REASON = { reason: '岗位调整' };

/** A deed to an account. */
const deed =
  (kind: 'working' | 'disabled' | 'reserve', body: object) =>
  ({ office: { accounts } }: Things): Ask => ({
    params: { id: accounts[kind].id },
    version: accounts[kind].version,
    body,
  });

/** How the operations on accounts and sessions, and those of the machine, are asked. */
export const IDENTITY_RECIPES: Recipes = {
  'GET /health/live': plain(),
  'GET /health/ready': plain(),
  'GET /metrics': plain(),
  'GET /api/v1/progress/{id}': plain({ params: { id: 'nobody-began-this' } }),
  'GET /api/v1/session/options': plain(),
  // Each from an address of his own, as failed sign-ins block an address after a while.
  'POST /api/v1/session': {
    about: 'nothing',
    onRecord: true,
    ask: ({ who }) => ({
      body: { username: `nobody-${who.name}`, password: 'no such password' },
      from: `10.0.0.${PRINCIPALS.indexOf(who.name) + 1}`,
    }),
  },
  'GET /api/v1/session': plain(),
  'DELETE /api/v1/session': plain(),
  'POST /api/v1/session/post': {
    about: 'nothing',
    ask: ({ who }) => [
      { body: { post: who.post ?? 'NOBODY' }, relation: 'own' },
      { body: { post: 'JYJ-LIAISON' }, relation: 'other' },
      { body: { post: 'NOSUCH-LIAISON' }, relation: 'missing' },
    ],
  },
  'PUT /api/v1/session/password': plain({
    body: { current: 'not the password', next: 'Another-Password-2023' },
  }),
  'POST /api/v1/bootstrap': plain({
    body: {
      secret: 'not the secret',
      administrators: [
        { duty: 'SYSADMIN', username: 'first', name: '甲' },
        { duty: 'SECADMIN', username: 'second', name: '乙' },
        { duty: 'AUDITOR', username: 'third', name: '丙' },
      ],
    },
  }),
  'GET /api/v1/session/others': plain(),
  'DELETE /api/v1/session/others/{id}': plain({ params: { id: 'somebody-elses' } }),
  'GET /api/v1/session/oidc/start': plain(),
  'GET /api/v1/session/oidc/callback': plain({ query: { code: 'made-up', state: 'made-up' } }),
  'GET /api/v1/session/second-factor': plain(),
  'POST /api/v1/session/second-factor': plain(),
  'POST /api/v1/session/second-factor/confirm': plain({ body: { code: '000000' } }),
  'POST /api/v1/session/second-factor/unbind': plain({ body: { code: '000000' } }),
  'POST /api/v1/accounts/{id}/end-sessions': ofOffice(deed('working', {})),
  'POST /api/v1/accounts/{id}/foreign-identity/reset': ofOffice(deed('working', {})),
  'POST /api/v1/accounts/{id}/second-factor/reset': ofOffice(deed('working', {})),
  'GET /api/v1/accounts': plain([{}, { query: { q: 'sfj' } }]),
  'POST /api/v1/accounts': plain({ body: { username: 'newcomer', name: '新人' } }),
  'GET /api/v1/accounts/{id}': ofOffice(({ office }) => ({ params: { id: office.accounts.working.id } })),
  'POST /api/v1/accounts/{id}/reset-password': ofOffice(deed('working', {})),
  'POST /api/v1/accounts/{id}/unlock': ofOffice(deed('working', {})),
  'POST /api/v1/accounts/{id}/disable': ofOffice(deed('working', REASON)),
  'POST /api/v1/accounts/{id}/enable': ofOffice(deed('disabled', REASON)),
  'POST /api/v1/accounts/{id}/grants': ofOffice(deed('reserve', { post: 'GAJ-LIAISON' })),
  'POST /api/v1/accounts/{id}/grants/{grantId}/revoke': ofOffice(({ office: { accounts, grantId } }) => ({
    params: { id: accounts.working.id, grantId },
    body: {},
  })),
  'GET /api/v1/account-list': plain(),
  'GET /api/v1/open-terms': plain(),
  'GET /api/v1/self-check': plain(),
  'POST /api/v1/self-check': plain(),
  'GET /api/v1/backups': plain(),
  'POST /api/v1/backups': { about: 'nothing', embeddedOnly: true, ask: () => ({}) },
  'POST /api/v1/backups/{name}/verify': {
    about: 'office',
    embeddedOnly: true,
    ask: ({ office: { backup, ledgerId } }) => ({
      params: { name: ledgerId === MISSING ? '20000101T000000Z-0000' : backup },
    }),
  },
};
