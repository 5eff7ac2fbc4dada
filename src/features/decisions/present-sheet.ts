import type { Day } from '../../domain/calendar/day.js';
import type { GateFinding } from '../../domain/procedure/judge-gate.js';
import { citation } from '../../domain/procedure/names.js';
import type { ProcedureDefinition } from '../../domain/procedure/definition.js';
import { standings, type StepStanding, type StepState } from '../../domain/procedure/step-standing.js';
import { validEntries } from '../../domain/procedure/valid-entries.js';
import type { OfferedDeed } from '../../domain/task/offer.js';
import type { Actor } from '../../platform/auth/actor.js';
import { procedureOn, type OpenedDecision } from './decision-desk.js';
import { entryOf, type EntryRecord } from './decision-entry.store.js';
import { entryWords } from './entry-words.js';
import { offerDecisionDeeds, offerStepDeeds } from './offer-decision-deeds.js';
import { DecisionResponse } from './present-decision.js';

/** 可以办理的事项 */
export class DecisionDeedResponse implements OfferedDeed {
  deed!: string;
  label!: string;
  method!: 'POST' | 'PUT';
  /** 自 /api/v1 起的地址 */
  path!: string;
  /** If-Match 的版本；null 为不需要 */
  version!: number | null;
  subject!: string;
  possible!: boolean;
  /** 现在不能办理的原因 */
  reason!: string;
}

/** 程序要求现在的情况 */
export class GateStandingResponse {
  gate!: string;
  name!: string;
  article!: string;
  force!: 'HARD' | 'SOFT';
  /** OPEN 符合、WARNED 符合但有提示、OVERRIDDEN 已批准例外、SHUT 不符合 */
  status!: 'OPEN' | 'WARNED' | 'OVERRIDDEN' | 'SHUT';
  missing!: string[];
  /** 最早可以符合的日期 */
  earliest!: string | null;
}

/** 已归入的材料 */
export class FiledDocumentResponse {
  /** 用于取用文件 */
  seq!: number;
  /** 材料种类 */
  document!: string;
  name!: string;
  sha256!: string;
  bytes!: number;
  recordedOn!: string;
  recordedBy!: string;
  recorder!: string;
}

/** 环节的办理情况 */
export class StepStandingResponse {
  id!: string;
  name!: string;
  article!: string;
  role!: string;
  by!: 'OFFICE' | 'UNDERTAKER';
  optional!: boolean;
  /** DONE 已办理、NOT_APPLICABLE 不适用、CURRENT 可以办理、WAITING 等待前序环节 */
  state!: StepState;
  /** 适用性判断的问题；null 为必经环节 */
  question!: string | null;
  /** 是否适用；null 为尚未判断 */
  applies!: boolean | null;
  /** 适用性判断的理由 */
  applicabilityReason!: string;
  /** 办理日期 */
  doneOn!: string | null;
  doneBy!: string | null;
  /** 登记的内容 */
  fields!: Record<string, string>;
  /** 所针对的草案 */
  draftSha256!: string | null;
  /** 所等待的环节 */
  waitsFor!: string[];
  gates!: GateStandingResponse[];
  missingDocuments!: string[];
  documents!: FiledDocumentResponse[];
  /** 各项程序要求最早可以都符合的日期 */
  earliest!: string | null;
  /** 应当办理完毕的日期 */
  dueOn!: string | null;
  deeds!: DecisionDeedResponse[];
}

/** 草案的一个版本 */
export class DraftResponse {
  seq!: number;
  sha256!: string;
  name!: string;
  bytes!: number;
  substantive!: boolean;
  note!: string;
  recordedOn!: string;
  recordedBy!: string;
}

/** 办理记录的一条 */
export class DecisionEntryResponse {
  seq!: number;
  kind!: string;
  /** 发生的日期 */
  on!: string;
  /** 登记的日期 */
  recordedOn!: string;
  recordedBy!: string;
  recorder!: string;
  /** 环节名称；不属于环节的为空 */
  step!: string;
  /** 判断、申请或者变动的内容和理由，或者文件名 */
  words!: string;
}

/** 等待批准的例外 */
export class WaitingExceptionResponse {
  seq!: number;
  gate!: string;
  reason!: string;
  publishedIn!: string;
  askedBy!: string;
  askedOn!: string;
}

/** 一项决策的全部情况 */
export class DecisionSheetResponse extends DecisionResponse {
  steps!: StepStandingResponse[];
  /** 自最早的版本起 */
  drafts!: DraftResponse[];
  exceptions!: WaitingExceptionResponse[];
  /** 办理记录，自最早的起 */
  history!: DecisionEntryResponse[];
  deeds!: DecisionDeedResponse[];
}

/** Takes a decision, what its list line says, who looks and when; gives the whole sheet. */
export function presentSheet(
  opened: OpenedDecision,
  line: DecisionResponse,
  actor: Actor,
  today: Day,
): DecisionSheetResponse {
  const procedure = procedureOn(opened, today);
  const known = { ...opened, procedure };
  const valid = validEntries(procedure);
  return {
    ...line,
    steps: standings(procedure, today).map((standing) => ({
      ...presentStanding(procedure.definition, standing, opened.rows),
      applicabilityReason: valid.determinations.get(standing.step.id)?.reason ?? '',
      deeds: offerStepDeeds(actor, known, standing.step, today),
    })),
    drafts: opened.rows.filter(({ kind }) => kind === 'DRAFT').map(presentDraft),
    exceptions: valid.waiting.map(({ seq, gate, reason, publishedIn, by, recordedOn }) => ({
      seq,
      gate,
      reason,
      publishedIn,
      askedBy: by,
      askedOn: recordedOn,
    })),
    history: opened.rows.map((row) => presentEntry(procedure.definition, row)),
    deeds: offerDecisionDeeds(actor, known, today),
  };
}

function presentStanding(
  definition: ProcedureDefinition,
  { step, state, applies, record, waitsFor, gates, missingDocuments, earliest, dueOn }: StepStanding,
  rows: readonly EntryRecord[],
): Omit<StepStandingResponse, 'deeds' | 'applicabilityReason'> {
  return {
    id: step.id,
    name: step.name,
    article: citation(definition, step.article),
    role: step.role,
    by: step.by,
    optional: step.optional,
    state,
    question: step.determination?.question ?? null,
    applies,
    doneOn: record?.on ?? null,
    doneBy: record?.by ?? null,
    fields: { ...record?.fields },
    draftSha256: record?.draft ?? null,
    waitsFor: [...waitsFor],
    gates: gates.map((finding) => presentFinding(definition, finding)),
    missingDocuments: [...missingDocuments],
    documents: rows.filter((row) => row.kind === 'DOCUMENT').flatMap((row) => filedWith(step.id, row)),
    earliest,
    dueOn,
  };
}

/** Takes how a gate stands; gives what goes out. */
export function presentFinding(definition: ProcedureDefinition, finding: GateFinding): GateStandingResponse {
  const { gate, status, missing, earliest } = finding;
  return {
    gate: gate.id,
    name: gate.name,
    article: citation(definition, gate.article),
    force: gate.force,
    status,
    missing: [...missing],
    earliest,
  };
}

function filedWith(step: string, row: EntryRecord): FiledDocumentResponse[] {
  const content = JSON.parse(row.content) as { step: string; document: string };
  if (content.step !== step) return [];
  const { seq, fileName: name, sha256, bytes, recordedOn, recordedBy, recorder } = row;
  return [
    {
      seq,
      document: content.document,
      name,
      sha256: sha256 ?? '',
      bytes: bytes ?? 0,
      recordedOn,
      recordedBy,
      recorder,
    },
  ];
}

function presentDraft(row: EntryRecord): DraftResponse {
  const { substantive, note } = JSON.parse(row.content) as { substantive: boolean; note: string };
  const { seq, sha256, fileName: name, bytes, recordedOn, recordedBy } = row;
  return { seq, sha256: sha256 ?? '', name, bytes: bytes ?? 0, substantive, note, recordedOn, recordedBy };
}

function presentEntry(definition: ProcedureDefinition, row: EntryRecord): DecisionEntryResponse {
  const entry = entryOf(row);
  return {
    seq: row.seq,
    kind: row.kind,
    on: row.onDay,
    recordedOn: row.recordedOn,
    recordedBy: row.recordedBy,
    recorder: row.recorder,
    step: definition.steps.find(({ id }) => 'step' in entry && id === entry.step)?.name ?? '',
    words: entryWords(definition, entry, row.fileName),
  };
}
