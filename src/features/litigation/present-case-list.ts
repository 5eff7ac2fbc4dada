import { levelWords, outcomeWords, registerWords, roleWords } from '../../domain/rate/case-words.js';
import type { CaseRegister, InstanceLevel } from '../../domain/rate/court-case.js';
import type { KeptCase } from './court-case.store.js';
import type { PartyResponse } from './present-case.js';

/** 案件列表的一行 */
export class CaseLineResponse {
  id!: string;
  register!: CaseRegister;
  registerLabel!: string;
  /** 最近审级的案号 */
  number!: string;
  /** 全部案号 */
  numbers!: string[];
  /** 最近的审级 */
  level!: InstanceLevel;
  levelLabel!: string;
  court!: string;
  /** 隐名后的原告 */
  plaintiff!: string;
  cause!: string;
  /** 最近审级的当事行政机关 */
  parties!: PartyResponse[];
  /** 首次立案日 */
  filedOn!: string;
  /** 最近审级的结案方式；未结为空 */
  outcomeLabel!: string | null;
  /** 最近一次已开庭 */
  lastHearingOn!: string | null;
  /** 下一次待开庭 */
  nextHearingOn!: string | null;
  version!: number;
}

/** 一页案件 */
export class CasePageResponse {
  items!: CaseLineResponse[];
  next!: string | null;
}

/** One line of the list. */
export function presentCaseLine({ courtCase, version }: KeptCase): CaseLineResponse {
  const { id, register, plaintiff, cause, instances } = courtCase;
  const latest = instances.reduce((a, b) => (b.filedOn >= a.filedOn ? b : a));
  const hearings = instances.flatMap((one) => one.hearings);
  const days = (state: string) => hearings.filter((one) => one.state === state).map(({ day }) => day).toSorted();
  return {
    id,
    register,
    registerLabel: registerWords[register],
    number: latest.number,
    numbers: instances.map(({ number }) => number),
    level: latest.level,
    levelLabel: levelWords[latest.level],
    court: latest.court,
    plaintiff,
    cause,
    parties: latest.parties.map((party) => ({ ...party, roleLabel: roleWords[party.role] })),
    filedOn: firstFiling(courtCase.instances),
    outcomeLabel: latest.outcome && outcomeWords[latest.outcome],
    lastHearingOn: days('HELD').at(-1) ?? null,
    nextHearingOn: days('SCHEDULED')[0] ?? null,
    version,
  };
} // prettier-ignore

/** First day of filing, by which lists are sorted. */
export function firstFiling(instances: readonly { filedOn: string }[]): string {
  return instances.map(({ filedOn }) => filedOn).reduce((a, b) => (a < b ? a : b));
}
