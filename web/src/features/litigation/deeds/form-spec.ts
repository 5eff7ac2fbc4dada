/** Which words a choice is made of; each has a group under `choice` in the texts. */
export type ChoiceList =
  | 'register'
  | 'level'
  | 'role'
  | 'kind'
  | 'outcome'
  | 'noticeReason'
  | 'rank'
  | 'absence'
  | 'voice'
  | 'violation'
  | 'reply'
  | 'verdict'
  | 'designation';

/** The values of each list, as the service names them. */
export const CHOICES: Readonly<Record<ChoiceList, readonly string[]>> = {
  register: ['ADMINISTRATIVE', 'CIVIL', 'RECONSIDERATION_HEARING'],
  level: ['FIRST', 'SECOND', 'RETRIAL'],
  role: ['DEFENDANT', 'COMPULSORY_THIRD_PARTY', 'THIRD_PARTY'],
  kind: ['TRIAL', 'INQUIRY'],
  outcome: [
    'UPHELD',
    'REVOKED',
    'UNLAWFUL',
    'ORDERED',
    'CLAIM_REJECTED',
    'DISMISSED',
    'WITHDRAWN',
    'MEDIATED',
    'REMANDED',
    'OTHER',
  ],
  noticeReason: [
    'PUBLIC_SAFETY',
    'HIGH_ATTENTION',
    'MASS_INCIDENT',
    'SERIOUS_INTEREST',
    'PUBLIC_INTEREST',
    'SUPERIOR_RULE',
    'OTHER',
  ],
  rank: ['PRINCIPAL', 'DEPUTY', 'DEPUTY_LEVEL_IN_CHARGE', 'OTHER_IN_CHARGE', 'NOT_QUALIFYING'],
  absence: ['FORCE_MAJEURE', 'ACCIDENT', 'IRREPLACEABLE_DUTY', 'OTHER_JUST_CAUSE'],
  voice: ['STATEMENT', 'DEFENCE', 'EVIDENCE', 'DEBATE', 'FINAL_OPINION', 'RESOLUTION'],
  violation: [
    'NO_REASON',
    'ABSENT_AFTER_POSTPONEMENT',
    'NEITHER_HEAD_NOR_STAFF',
    'LEFT_WITHOUT_PERMISSION',
    'REFUSED_TO_EXPLAIN',
  ],
  reply: ['ATTENDS', 'REPLACED', 'ABSENT'],
  verdict: ['YES', 'NO', 'OPEN'],
  designation: ['NONE', 'APPEARS', 'RELIEVED'],
};

/** What has been filled in, by the names of the fields. */
export type Values = Readonly<Record<string, unknown>>;

/** What a field holds. */
export type FieldKind =
  | 'text'
  | 'lines'
  | 'day'
  | 'count'
  | 'yes'
  | 'choice'
  | 'radio'
  | 'flags'
  | 'department'
  | 'official'
  | 'parties'
  | 'sitting';

/** One field of a deed's form. */
export interface FieldSpec {
  name: string;
  kind: FieldKind;
  list?: ChoiceList;
  /** Key of its label under `field`; the name where left out. */
  label?: string;
  isRequired?: boolean;
  maxLength?: number;
  /** Key under `hint`. */
  hint?: string;
  /** Shown only while this holds. */
  when?: (values: Values) => boolean;
  /** For `department`: the parties that may be chosen. */
  departments?: readonly { code: string; name: string }[];
}

/** A person who appears, while the form is filled in. */
export interface OfficialInput {
  name: string;
  post: string;
  rank: string;
  otherAgency: string;
}

/** A party of an instance, while the form is filled in. */
export interface PartyInput {
  department: string;
  name: string;
  role: string;
  designation: string;
}

/** The fields that are asked for as the form stands. */
export function shownOf(fields: readonly FieldSpec[], values: Values): FieldSpec[] {
  return fields.filter(({ when }) => when === undefined || when(values));
}

/** Names of the fields that must be filled in and are not. */
export function missingIn(fields: readonly FieldSpec[], values: Values): string[] {
  return shownOf(fields, values)
    .filter(({ isRequired, name }) => isRequired === true && isBlank(values[name]))
    .map(({ name }) => name);
}

/** What is sent: fields that are not shown and blank ones are left out, texts are trimmed. */
export function bodyOf(fields: readonly FieldSpec[], values: Values): Record<string, unknown> {
  return Object.fromEntries(
    shownOf(fields, values)
      .map((spec) => [spec.name, sent(spec, values[spec.name])] as const)
      .filter(([, value]) => value !== undefined),
  );
}

/** A verdict as the service takes it; open is null. */
export function verdictOf(value: unknown): boolean | null {
  return value === 'YES' ? true : value === 'NO' ? false : null;
}

/** A verdict as the form shows it. */
export function verdictText(value: boolean | null): string {
  if (value === null) return 'OPEN';
  return value ? 'YES' : 'NO';
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value))
    return value.length === 0 || (value as PartyInput[]).some((one) => one.department === '');
  if (typeof value === 'object') {
    const { name, post, rank } = value as OfficialInput;
    return [name, post, rank].some((text) => text.trim() === '');
  }
  return false;
}

/** Kinds that are left out where nothing is chosen; a blank text is sent as one, since it may take the place of another. */
const LEFT_OUT: ReadonlySet<FieldKind> = new Set(['choice', 'day', 'sitting', 'department']);

/** How each kind is sent that is no text or number. */
const SENT: Partial<Readonly<Record<FieldKind, (value: unknown, spec: FieldSpec) => unknown>>> = {
  yes: (value) => value === true,
  flags: (value) => value ?? [],
  radio: (value, { list }) => (list === 'verdict' ? verdictOf(value) : value),
  parties: (value) => (value as PartyInput[]).map(sentParty),
  official: (value) => (isBlank(value) ? undefined : sentOfficial(value as OfficialInput)),
};

function sent(spec: FieldSpec, value: unknown): unknown {
  const shape = SENT[spec.kind] ?? sentText;
  return shape(value, spec);
}

function sentText(value: unknown, { kind, isRequired = false }: FieldSpec): unknown {
  if (typeof value !== 'string') return value ?? undefined;
  const text = value.trim();
  return text === '' && (isRequired || LEFT_OUT.has(kind)) ? undefined : text;
}

function sentOfficial({ name, post, rank, otherAgency }: OfficialInput): Record<string, unknown> {
  return { name: name.trim(), post: post.trim(), rank, otherAgency: otherAgency.trim() || null };
}

function sentParty({ department, name, role, designation }: PartyInput): Record<string, unknown> {
  return {
    department,
    role,
    designation: designation === 'NONE' ? null : designation,
    ...(name.trim() === '' ? {} : { name: name.trim() }),
  };
}
