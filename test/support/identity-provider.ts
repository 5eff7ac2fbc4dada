import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A real OpenID provider on this machine. Whoever comes is `person` to it: nobody types anything there. */
export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who the provider says it is. */
  person: { sub: string; [claim: string]: string };
  /** Goes there as a browser would, with cookies and redirects; gives the address that leads back to the program. */
  visit(address: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts the provider for a program whose callback is `redirectUri`. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientId = 'diaodu';
  const clientSecret = 'a-secret-of-the-test';
  const identity: IdentityProvider = {
    issuer,
    clientId,
    clientSecret,
    person: { sub: 'person-1', preferred_username: 'cheng.silan' },
    visit: (address) => visit(address, redirectUri),
    close: () => closed(server),
  };
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], profile: ['preferred_username', 'employee_number'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/login/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => identity.person }),
    // The person has agreed beforehand, as in an office whose service is its own.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId,
        accountId: context.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    const isLogin = request.url?.startsWith('/login/') === true;
    const login = { login: { accountId: identity.person.sub } };
    void (isLogin ? provider.interactionFinished(request, response, login) : handle(request, response));
  });
  return identity;
}

async function visit(first: string, redirectUri: string): Promise<string> {
  const cookies = new Map<string, string>();
  for (let address = first; ;) {
    if (address.startsWith(redirectUri)) return address;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`${address} → ${answer.status} ${await answer.text()}`);
    address = new URL(next, address).href;
  }
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
