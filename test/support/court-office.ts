import type { TestApp, TestResponse } from './app.js';
import { CLERK } from './office.js';

/** Asks about court appearance in stories: versions are read where none is given. */
export class CourtOffice {
  constructor(private readonly test: TestApp) {}

  async register(more: object = {}, instance: object = {}): Promise<TestResponse> {
    return this.test.request('POST', '/api/v1/court-cases', {
      as: CLERK,
      body: {
        register: 'ADMINISTRATIVE',
        plaintiff: '张三丰',
        cause: '工伤认定',
        actSued: '不予认定工伤决定',
        publicInterest: false,
        instance: {
          level: 'FIRST',
          number: '（2023）津0105行初12号',
          court: '区人民法院',
          filedOn: '2023-04-03',
          parties: [{ department: 'RSJ', role: 'DEFENDANT' }],
          ...instance,
        },
        ...more,
      },
    });
  }

  /** A hearing of a case's first instance; gives its id. */
  async schedule(caseId: string, day: string, more: object = {}): Promise<string> {
    const before = await this.show(caseId);
    const { body } = await this.deed('POST', `court-cases/${caseId}/instances/${before.instances[0].id}/hearings`, {
      day,
      time: '09:30',
      room: '第三法庭',
      kind: 'TRIAL',
      online: false,
      ...more,
    }); // prettier-ignore
    const known = before.instances[0].hearings.map(({ id }: { id: string }) => id);
    return body.instances[0].hearings.find(({ id }: { id: string }) => !known.includes(id)).id;
  }

  /** The case as somebody sees it. */
  async show(caseId: string, as = CLERK): Promise<TestResponse['body']> {
    return (await this.test.request('GET', `/api/v1/court-cases/${caseId}`, { as })).body;
  }

  /** One deed on the newest version of whatever it is about, or on the version given. */
  async deed(method: 'POST' | 'PUT' | 'PATCH', path: string, body: object, as = CLERK, version?: number): Promise<TestResponse> {
    const [kind, id] = path.split('/');
    const seen = await this.test.request('GET', `/api/v1/${kind}/${id}`, { as: CLERK });
    return this.test.request(method, `/api/v1/${path}`, { as, body, version: version ?? seen.body.version ?? 1 });
  } // prettier-ignore

  /** Hands in a form; the head sat and spoke unless said otherwise. */
  async attend(hearingId: string, as: string, more: object = {}): Promise<TestResponse> {
    return this.deed(
      'PUT',
      `hearings/${hearingId}/attendance`,
      {
        department: 'RSJ',
        official: { name: '王建国', post: '局长', rank: 'PRINCIPAL' },
        staff: 1,
        lawyers: 1,
        voice: ['STATEMENT'],
        leftWithoutPermission: false,
        refusedToExplain: false,
        ...more,
      },
      as,
    );
  }
}
