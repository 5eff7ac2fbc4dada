import type { TestApp, TestResponse } from './app.js';
import { FIELDS } from './procedure.js';
import { CLERK } from './office.js';
import { pdf } from './evidence-files.js';
import { upload } from './upload.js';

/** The sheet of a decision as stories look at it. */
export interface Sheet {
  id: string;
  version: number;
  state: string;
  standing: string;
  light: string;
  finishedOn: string | null;
  steps: {
    id: string;
    by: 'OFFICE' | 'UNDERTAKER';
    state: string;
    applies: boolean | null;
    question: string | null;
    missingDocuments: string[];
    documents: { seq: number; document: string }[];
    earliest: string | null;
    dueOn: string | null;
    gates: { gate: string; status: string; earliest: string | null }[];
    deeds: { deed: string; possible: boolean; reason: string }[];
  }[];
  deeds: { deed: string; possible: boolean }[];
  exceptions: { seq: number }[];
}

/** A file of a step, required or not, as the definition names them. */
export interface StepPapers {
  id: string;
  by: 'OFFICE' | 'UNDERTAKER';
  documents: { id: string; required: boolean }[];
}

/** Works one decision over HTTP, each deed in the name of the post whose it is. */
export class DecisionStory {
  private papers: StepPapers[] = [];

  constructor(
    private readonly test: TestApp,
    readonly id: string,
    private readonly department = 'CGW',
  ) {}

  /** Enters a decision of 2023. */
  static async begin(
    test: TestApp,
    number: string,
    finishOn = '2023-06-30',
    department = 'CGW',
  ): Promise<DecisionStory> {
    const made = await test.request('POST', '/api/v1/decisions', {
      as: CLERK,
      body: {
        year: 2023,
        number,
        title: `老旧小区提升改造方案${number}`,
        category: 'PROJECT',
        department,
        supervisingLeader: '区领导',
        finishOn,
      },
    });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return new DecisionStory(test, (made.body as Sheet).id, department);
  }

  async sheet(as = CLERK): Promise<Sheet> {
    return (await this.test.request('GET', `/api/v1/decisions/${this.id}`, { as })).body as Sheet;
  }

  /** Sends a deed; gives status and body. */
  async send(path: string, as: string, body: object): Promise<TestResponse> {
    const { version } = await this.sheet();
    return this.test.request('POST', `/api/v1/decisions/${this.id}/${path}`, { as, version, body });
  }

  /** Who records a step. */
  async poster(step: string): Promise<string> {
    return (await this.stepOf(step)).by === 'OFFICE' ? CLERK : `${this.department}-LIAISON`;
  }

  /** Files every paper of a step and records it on a day; throws the refusal. */
  async record(step: string, on: string, fields: Record<string, string> = {}): Promise<void> {
    await this.test.holdDay(on);
    for (const { id } of (await this.stepOf(step)).documents) await this.file(step, id);
    const body = { on, fields: { ...FIELDS[step], ...fields } };
    await this.done(await this.send(`steps/${step}/record`, await this.poster(step), body));
  }

  async file(step: string, document: string): Promise<void> {
    const sent = upload(`${document}.pdf`, pdf(`${this.id}${step}${document}`), await this.poster(step));
    await this.done(
      await this.test.request(
        'POST',
        `/api/v1/decisions/${this.id}/steps/${step}/documents/${document}`,
        sent,
      ),
    );
  }

  async draft(words: string, substantive = true): Promise<void> {
    const sent = upload('草案.pdf', pdf(words), `${this.department}-LIAISON`);
    await this.done(
      await this.test.request('POST', `/api/v1/decisions/${this.id}/drafts?substantive=${substantive}`, sent),
    );
  }

  async determine(step: string, applies: boolean): Promise<void> {
    const body = { applies, reason: applies ? '涉及' : '经研究不涉及' };
    await this.done(await this.send(`steps/${step}/determine`, await this.poster(step), body));
  }

  /** Everything up to the deliberation, by the shortest lawful way of a catalogue item. */
  async untilReviewed(): Promise<void> {
    await this.record('PROPOSAL', '2023-03-01');
    await this.record('INITIATION', '2023-03-06');
    await this.test.holdDay('2023-03-20');
    await this.draft(`草案 ${this.id}`);
    await this.record('DRAFTING', '2023-03-20');
    for (const step of ['CONSULTATION', 'AFFECTED_GROUPS', 'FAIR_COMPETITION'])
      await this.determine(step, false);
    for (const step of ['EXPERT_REVIEW', 'RISK_ASSESSMENT', 'OPINIONS_HANDLED'])
      await this.determine(step, true);
    await this.record('EXPERT_REVIEW', '2023-03-22');
    await this.record('RISK_ASSESSMENT', '2023-03-22');
    await this.record('COMMENT_PERIOD', '2023-03-22', { publishedOn: '2023-03-22', closesOn: '2023-04-21' });
    await this.record('OPINIONS_HANDLED', '2023-04-23');
    await this.record('LEGALITY_SUBMISSION', '2023-04-24', { replyBy: '2023-05-06' });
    await this.record('LEGALITY_REVIEW', '2023-05-05');
  }

  /** From the deliberation to the publication. */
  async finish(on: string): Promise<void> {
    await this.record('DELIBERATION', on);
    await this.determine('PARTY_REPORT', true);
    await this.record('PARTY_REPORT', on);
    await this.determine('PUBLICATION', true);
    await this.record('PUBLICATION', on);
  }

  private async stepOf(step: string): Promise<StepPapers> {
    if (this.papers.length === 0) {
      const { body } = await this.test.request('GET', '/api/v1/decisions/procedures', { as: CLERK });
      this.papers =
        (body as { items: { id: string; steps: StepPapers[] }[] }).items.find(
          ({ id }) => id === 'major-decision',
        )?.steps ?? [];
    }
    const found = this.papers.find(({ id }) => id === step);
    if (!found) throw new Error(`no step ${step}`);
    return found;
  }

  private async done({ status, body }: { status: number; body: unknown }): Promise<void> {
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  }
}
