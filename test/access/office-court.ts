import type { TestApp } from '../support/app.js';
import { CLERK } from '../support/office.js';
import { canary } from './canaries.js';
import type { Deeds } from './deeds.js';

/** A department's case: one hearing ahead, one whose day has passed, one that was held. */
export interface CourtCase {
  id: string;
  version: number;
  /** An instance that is open. */
  instanceId: string;
  ahead: string;
  passed: string;
  held: string;
}

interface Case {
  id: string;
  version: number;
  instances: { id: string; hearings: { id: string; day: string }[] }[];
}

const DAYS = { ahead: '2023-04-10', passed: '2023-03-15', held: '2023-03-01' } as const;
const NUMBERS: Readonly<Record<string, number>> = { SFJ: 1, CZJ: 2, JYJ: 3 };

/** Registers a case in which a department is sued alone. */
export async function bringCase(deeds: Deeds, code: string): Promise<CourtCase> {
  const made = await deeds.post<Case>('court-cases', CLERK, null, {
    register: 'ADMINISTRATIVE',
    plaintiff: '赵六',
    cause: `${canary([code], 'cause')}案由`,
    actSued: '处罚决定',
    publicInterest: false,
    instance: {
      level: 'FIRST',
      number: `（2023）津0105行初${NUMBERS[code]}号`,
      court: '区人民法院',
      filedOn: '2023-02-01',
      parties: [{ department: code, role: 'DEFENDANT' }],
    },
  });
  const instanceId = made.instances[0]?.id ?? '';
  let { version } = made;
  for (const day of Object.values(DAYS)) {
    const plan = { day, time: '09:30', room: '第一法庭', kind: 'TRIAL', online: false };
    const planned = await deeds.post<Case>(
      `court-cases/${made.id}/instances/${instanceId}/hearings`,
      CLERK,
      version,
      plan,
    );
    version = planned.version;
  }
  const ids = await hearingsOf(deeds, made.id);
  await deeds.put(`hearings/${ids.held}/attendance`, `${code}-LIAISON`, version, FORM(code));
  const after = await deeds.get<Case>(`court-cases/${made.id}`);
  return { id: made.id, version: after.version, instanceId, ...ids };
}

/** What a department writes into the form of a hearing. */
export const FORM = (department: string): object => ({
  department,
  official: { name: `${canary([department], 'official')}局长`, post: '局长', rank: 'PRINCIPAL' },
  staff: 1,
  lawyers: 0,
  voice: ['STATEMENT'],
  leftWithoutPermission: false,
  refusedToExplain: false,
});

/** The court's list of the first quarter, so that there is something to hold the register against. */
export async function enterCourtFigures(test: TestApp): Promise<void> {
  const body = { year: 2023, quarter: 1, lines: [] };
  const sent = await test.request('PUT', '/api/v1/court-appearance/court-figures', { as: CLERK, body });
  if (sent.status !== 200) throw new Error(`court figures answered ${sent.status}`);
}

async function hearingsOf(deeds: Deeds, id: string): Promise<Pick<CourtCase, 'ahead' | 'passed' | 'held'>> {
  const { instances } = await deeds.get<Case>(`court-cases/${id}`);
  const on = (day: string): string => instances[0]?.hearings.find((one) => one.day === day)?.id ?? '';
  return { ahead: on(DAYS.ahead), passed: on(DAYS.passed), held: on(DAYS.held) };
}
