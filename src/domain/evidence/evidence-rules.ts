import { evidenceRulesInvalid } from './evidence.errors.js';

/** One kind of file that is taken: its extension and what its content must then be. */
export interface EvidenceKind {
  readonly extension: string;
  readonly label: string;
  /** Sent along when the file is fetched. */
  readonly mediaType: string;
  /** Names of contents, any of which fits. */
  readonly content: readonly string[];
}

/** What the office takes as evidence (config/evidence.yaml). */
export interface EvidenceRules {
  readonly expiringDays: number;
  /** True where a close-out request must name at least one piece of evidence. */
  readonly closeOutNeedsEvidence: boolean;
  readonly kinds: readonly EvidenceKind[];
  /** Extensions of programs, scripts and pages. */
  readonly dangerous: readonly string[];
  /** Extensions of office files with macros. */
  readonly macro: readonly string[];
  /** Extensions of archives nobody can look into. */
  readonly closed: readonly string[];
  /** Phrases with 秘密 or 机密 in them that mark no secret. */
  readonly innocent: readonly string[];
}

/** Takes the plain value of config/evidence.yaml; gives the rules. Refuses (INVALID) naming all faults at once. */
export function parseEvidenceRules(value: unknown): EvidenceRules {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const faults = faultsOf(given);
  if (faults.length > 0) throw evidenceRulesInvalid(faults);
  return given as unknown as EvidenceRules;
}

function faultsOf(given: Record<string, unknown>): string[] {
  const faults: string[] = [];
  const { expiringDays, closeOutNeedsEvidence, kinds } = given;
  if (!Number.isInteger(expiringDays) || Number(expiringDays) < 0) faults.push('“expiringDays”应为不小于 0 的整数');
  if (typeof closeOutNeedsEvidence !== 'boolean') faults.push('“closeOutNeedsEvidence”应为 true 或者 false');
  if (!Array.isArray(kinds) || kinds.length === 0 || !kinds.every(isKind)) {
    faults.push('“kinds”每项应有 extension、label、mediaType 和 content');
  }
  for (const list of ['dangerous', 'macro', 'closed', 'innocent']) {
    if (!isTexts(given[list])) faults.push(`“${list}”应为文字的列表`);
  }
  return [...faults, ...bothTakenAndRefused(given)];
} // prettier-ignore

function bothTakenAndRefused({ kinds, dangerous, macro, closed }: Record<string, unknown>): string[] {
  const refused = [dangerous, macro, closed].filter(isTexts).flat();
  const taken = Array.isArray(kinds) ? kinds.filter(isKind) : [];
  return taken
    .filter((kind) => refused.includes(kind.extension))
    .map(({ extension }) => `“${extension}”既允许又禁止`);
}

function isKind(value: unknown): value is EvidenceKind {
  const kind = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const isNamed = ['extension', 'label', 'mediaType'].every((name) => typeof kind[name] === 'string');
  return isNamed && /^[a-z0-9]{1,8}$/.test(String(kind['extension'])) && isTexts(kind['content']);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '');
}
