import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Day } from '../../src/domain/calendar/day.js';
import { parseHolidayCsv } from '../../src/domain/calendar/parse-holiday-csv.js';
import { workingCalendar } from '../../src/domain/calendar/working-calendar.js';
import { decide } from '../../src/domain/procedure/decide-procedure.js';
import type { ProcedureDeed } from '../../src/domain/procedure/deed.js';
import type { Procedure } from '../../src/domain/procedure/entry.js';
import { layOverlay } from '../../src/domain/procedure/lay-overlay.js';
import { parseDefinition } from '../../src/domain/procedure/parse-definition.js';

export const calendar = workingCalendar(
  [2023, 2024].map((year) => parseHolidayCsv(readFileSync(`config/calendar/${year}.csv`, 'utf8'))),
);

const plainOf = (file: string) => parse(readFileSync(`config/procedures/${file}`, 'utf8')) as unknown;

/** A matter nobody has touched, by the national rule and the named overlays. */
export function freshMatter(overlays: readonly string[] = [], traits: readonly string[] = []): Procedure {
  const value = overlays.reduce(
    (base: unknown, name) => layOverlay(base, plainOf(`major-decision.${name}.yaml`), name),
    plainOf('major-decision.yaml'),
  );
  return { definition: parseDefinition(value, 'major-decision'), calendar, traits, entries: [] };
}

/** Does a deed in a post's name; gives the matter after it. */
export function doing(matter: Procedure, act: ProcedureDeed, today: Day, by = 'OFFICE'): Procedure {
  return decide(matter, { act, by }, today)[0];
}

/** Records a step on its day with its papers, all required ones or those named. */
export function record(
  matter: Procedure,
  step: string,
  on: Day,
  fields: Record<string, string> = {},
): Procedure {
  return doing(
    papers(matter, step, on),
    { deed: 'RECORD', step, on, fields: { ...FIELDS[step], ...fields } },
    on,
  );
}

/** Files every paper of a step. */
export function papers(matter: Procedure, step: string, on: Day): Procedure {
  const documents = matter.definition.steps.find(({ id }) => id === step)?.documents ?? [];
  return documents.reduce(
    (now, { id, name }) =>
      doing(
        now,
        { deed: 'FILE_DOCUMENT', step, document: id, name: `${name}.pdf`, sha256: 'f'.repeat(64) },
        on,
      ),
    matter,
  );
}

/** Answers whether a step applies. */
export function determine(matter: Procedure, step: string, applies: boolean, on: Day): Procedure {
  return doing(matter, { deed: 'DETERMINE', step, applies, reason: applies ? '涉及' : '经研究不涉及' }, on);
}

/** A new version of the draft. */
export function draft(matter: Procedure, letter: string, on: Day, substantive = true): Procedure {
  return doing(matter, { deed: 'CHANGE_DRAFT', sha256: letter.repeat(64), substantive, note: '' }, on);
}

/** Values with which each step is complete. */
export const FIELDS: Readonly<Record<string, Record<string, string>>> = {
  PROPOSAL: { source: 'DEPARTMENT', issue: '问题', reason: '理由', plan: '方案', necessity: '必要', feasibility: '可行' },
  INITIATION: { approver: '区人民政府', undertaker: '区城市管理委' },
  DRAFTING: { legalBasis: '有关法律法规' },
  CONSULTATION: { units: '区财政局', agreement: 'AGREED' },
  COMMENT_PERIOD: { channels: '区政府网站', contact: '电子邮箱' },
  HEARING_NOTICE: { selection: '自愿报名、随机选取' },
  HEARING: { opinions: '同意' },
  OTHER_PARTICIPATION: { method: '座谈会', participants: '居民代表' },
  AFFECTED_GROUPS: { groups: '残疾人' },
  OPINIONS_HANDLED: { summary: '采纳 3 条' },
  EXPERT_REVIEW: { experts: '张某', independence: '无利害关系', conclusion: '可行' },
  RISK_ASSESSMENT: { conclusion: 'CONTROLLABLE', points: '扰民', prevention: '错时施工' },
  FAIR_COMPETITION: { conclusion: '不排除限制竞争' },
  LEGALITY_SUBMISSION: { materials: '草案及说明' },
  LEGALITY_REVIEW: { outcome: 'PASSED', authority: '符合', procedure: '已履行', content: '合法' },
  DELIBERATION: { meetingType: 'EXECUTIVE', meeting: '第 30 次', speaking: '末位发言', dissent: '无', accord: 'MAJORITY' },
  PARTY_REPORT: { reply: '同意' },
  PUBLICATION: { channels: '区政府网站' },
  EXECUTION: { unit: '区城市管理委' },
  ARCHIVING: { place: '档案室' },
  DOSSIER: { receivedBy: '区司法局' },
}; // prettier-ignore

/** A matter with everything before the legality review, by the shortest lawful way. */
export function readyForReview(matter: Procedure): Procedure {
  let now = record(matter, 'PROPOSAL', '2023-03-01');
  now = record(now, 'INITIATION', '2023-03-06');
  now = draft(now, 'a', '2023-03-20');
  now = record(now, 'DRAFTING', '2023-03-20');
  for (const step of ['CONSULTATION', 'AFFECTED_GROUPS', 'FAIR_COMPETITION', 'EXPERT_REVIEW', 'RISK_ASSESSMENT'])
    now = step === 'RISK_ASSESSMENT' ? determine(now, step, true, '2023-03-21') : determine(now, step, false, '2023-03-21');
  now = record(now, 'RISK_ASSESSMENT', '2023-03-24');
  now = determine(now, 'OPINIONS_HANDLED', true, '2023-03-24');
  now = record(now, 'COMMENT_PERIOD', '2023-03-24', { publishedOn: '2023-03-24', closesOn: '2023-04-23' });
  return record(now, 'OPINIONS_HANDLED', '2023-04-24');
} // prettier-ignore

/** The same, reviewed and passed. */
export function reviewed(matter: Procedure): Procedure {
  const now = record(readyForReview(matter), 'LEGALITY_SUBMISSION', '2023-04-24', { replyBy: '2023-05-06' });
  return record(now, 'LEGALITY_REVIEW', '2023-05-05');
}
