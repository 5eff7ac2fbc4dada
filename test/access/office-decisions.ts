import type { components } from '../../web/src/api/schema.js';
import type { TestApp } from '../support/app.js';
import { pdf } from '../support/evidence-files.js';
import { CLERK } from '../support/office.js';
import { FIELDS } from '../support/procedure.js';
import { upload } from '../support/upload.js';
import { canary } from './canaries.js';
import { Deeds } from './deeds.js';

type Sheet = components['schemas']['DecisionSheetResponse'];
type Opinions = components['schemas']['OpinionsResponse'];
type Board = components['schemas']['CatalogueBoardResponse'];

/** A decision of one department: proposed, with a paper filed and an exception asked for. */
export interface PreparedDecision {
  id: string;
  version: number;
  /** Place of the paper in the file. */
  documentSeq: string;
  /** Place of the exception that waits. */
  exceptionSeq: string;
  /** A line of its adoption table. */
  opinionId: string;
}

/** A year's catalogue, in which one decision stands. */
export interface PreparedCatalogue {
  year: string;
  version: number;
  itemId: string;
}

const YEAR = 2023;
/** The day the prepared office has come to. */
const TODAY = '2023-03-20';

/** Enters a decision of a department and brings it as far as the matrix needs. */
export async function bringDecision(test: TestApp, code: string): Promise<PreparedDecision> {
  const deeds = new Deeds(test);
  const liaison = `${code}-LIAISON`;
  const mark = canary([code], 'decision');
  const { id } = await deeds.post<Sheet>('decisions', CLERK, null, {
    year: YEAR,
    number: code,
    title: `${mark}重大决策`,
    category: 'POLICY',
    department: code,
    supervisingLeader: '区领导',
    finishOn: '2023-11-30',
  });
  const version = async (): Promise<number> => (await deeds.get<Sheet>(`decisions/${id}`)).version;
  await deeds.post(`decisions/${id}/steps/PROPOSAL/record`, liaison, await version(), {
    on: TODAY,
    fields: { ...FIELDS['PROPOSAL'], issue: `${mark}问题` },
  });
  const sent = await test.request(
    'POST',
    `/api/v1/decisions/${id}/steps/PROPOSAL/documents/proposal`,
    upload(`${mark}建议.pdf`, pdf(`${mark}paper`), liaison),
  );
  if (sent.status !== 201) throw new Error(`filing answered ${sent.status} ${JSON.stringify(sent.body)}`);
  const asked = await deeds.post<Sheet>(`decisions/${id}/exceptions`, liaison, await version(), {
    gate: 'G4',
    reason: `${mark}时间紧迫`,
  });
  const filed = asked.steps.find((step) => step.id === 'PROPOSAL')?.documents[0];
  const opinion = { source: '网站', opinion: `${mark}意见`, people: 1, adoption: 'ADOPTED', reason: '' };
  const table = await deeds.post<Opinions>(`decisions/${id}/opinions`, liaison, asked.version, opinion);
  return {
    id,
    version: table.version,
    opinionId: table.items[0]?.id ?? '',
    documentSeq: String(filed?.seq),
    exceptionSeq: String(asked.exceptions[0]?.seq),
  };
}

/** Opens the year's catalogue with one decision in it. */
export async function bringCatalogue(test: TestApp, decisionId: string): Promise<PreparedCatalogue> {
  const deeds = new Deeds(test);
  const at = 'decision-catalogues';
  await deeds.post(at, CLERK, null, { year: YEAR });
  const { version } = await deeds.get<Board>(`${at}/${YEAR}`);
  const item = { decisionId, reason: '重大公共政策' };
  const board = await deeds.post<Board>(`${at}/${YEAR}/items`, CLERK, version, item);
  return { year: String(YEAR), version: board.version, itemId: board.items[0]?.id ?? '' };
}
