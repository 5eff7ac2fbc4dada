import { deadlineOf, unread, type Deadline, type DeadlineContext, type DeadlineItem } from './deadline.js';
import { readSpan, type Span } from './deadline-span.js';
import { CONTINUES, countOf, isVerbPhrase, labelOf } from './deadline-verbs.js';

const SEPARATOR = /^(?:[,;、。]|和|及|与|以及|并(?=\d))/;
const STAGE =
  /^(?:(?:第?[一二三四五六七八九十\d]{1,3}|首|前|中|后|末)(?:阶段|批次?|轮|步|期)|[\p{Script=Han}\dA-Za-z、]{1,20}:|[一二三四五六七八九十]是)$/u;
const YEAR_COUNT = /^全年(?:共|累计)?(?:不少于|至少|不低于)?(\d+)(?:次|期|场次?|件|个|项|家|份|篇|人次)$/;

/** What the list has become so far; one pass over the text fills it. */
interface Draft {
  spans: Span[];
  labels: (string | undefined)[];
  reasons: string[];
  continues: boolean;
  /** 6月1日起: a beginning is stated and no end. */
  openEnd: boolean;
  targetCount: number | undefined;
}

/**
 * Reads one date, one range, or a list of them with their labels; null where no date is found at all. Every piece that
 * is neither date, label nor separator becomes a reason for review.
 */
export function readPointList(text: string, context: DeadlineContext): Deadline | null {
  const draft: Draft = {
    spans: [],
    labels: [],
    reasons: [],
    continues: false,
    openEnd: false,
    targetCount: undefined,
  };
  let rest = text;
  while (rest !== '') {
    const separator = SEPARATOR.exec(rest);
    if (separator) {
      rest = rest.slice(separator[0].length);
      continue;
    }
    rest = readClause(rest, draft, context);
  }
  return draft.spans.length === 0 ? null : concluded(draft);
}

/** Takes one clause off the head of the text and gives what is left. */
function readClause(text: string, draft: Draft, context: DeadlineContext): string {
  const whole = clauseOf(text);
  if (draft.spans.length > 0 && readsWithoutDate(whole, draft)) return text.slice(whole.length);
  const found = findSpan(text, whole.length, draft, context);
  if (!found) {
    draft.reasons.push(unread(whole));
    return text.slice(whole.length);
  }
  const prefix = text.slice(0, found.at);
  const isStage = STAGE.test(prefix);
  if (prefix !== '' && !isStage) draft.reasons.push(unread(prefix));
  draft.spans.push(found.span);
  draft.labels.push(isStage ? labelOf(prefix) : undefined);
  return readLabel(text.slice(found.at + found.span.length), draft, context);
}

/** The text up to the next full separator; a text given here does not begin with one. */
function clauseOf(text: string): string {
  return /^[^,;。]*/.exec(text)?.[0] ?? '';
}

/** Clauses that follow a date without naming one: 并长期坚持, 全年不少于4次, a second verb phrase. */
function readsWithoutDate(clause: string, draft: Draft): boolean {
  const count = YEAR_COUNT.exec(clause);
  if (count) draft.targetCount = Number(count[1]);
  else if (CONTINUES.test(clause)) draft.continues = true;
  else if (isVerbPhrase(clause)) addLabel(draft, clause);
  else return false;
  return true;
}

function findSpan(
  text: string,
  length: number,
  draft: Draft,
  context: DeadlineContext,
): { at: number; span: Span } | null {
  const carried = draft.spans.at(-1)?.carried ?? {};
  for (let at = 0; at < length; at += 1) {
    // A number is read whole or not at all: 12月 must not be found as 2月 behind a stray 1.
    const before = text.charAt(at - 1);
    if (/\d/.test(before) || (/[.\-/]/.test(before) && /\d/.test(text.charAt(at)))) continue;
    const span = readSpan(text.slice(at), context, carried);
    if (span) return { at, span };
  }
  return null;
}

/** What follows a date up to the next separator: a label, a continuation, another date, or something unread. */
function readLabel(text: string, draft: Draft, context: DeadlineContext): string {
  const last = draft.spans.at(-1);
  if (text === '' || SEPARATOR.test(text)) return text;
  if (last?.closed && readSpan(text, context, last.carried)) return text;
  const phrase = upToNextDate(clauseOf(text), context);
  if (CONTINUES.test(phrase)) draft.continues = true;
  else if (phrase.startsWith('起')) draft.openEnd = true;
  else if (isVerbPhrase(phrase.replace(/^:/, ''))) addLabel(draft, phrase);
  else draft.reasons.push(unread(phrase));
  return text.slice(phrase.length);
}

/** 6月底前建立台账、9月底前…: the enumeration comma ends a label only where a date follows it. */
function upToNextDate(clause: string, context: DeadlineContext): string {
  for (let at = clause.indexOf('、'); at >= 0; at = clause.indexOf('、', at + 1)) {
    if (readSpan(clause.slice(at + 1), context)) return clause.slice(0, at);
  }
  return clause;
}

function addLabel(draft: Draft, phrase: string): void {
  const label = labelOf(phrase);
  if (label === undefined) return;
  if (label.startsWith('各') || label.startsWith('均')) {
    draft.labels = draft.labels.map((before) => joined(before, label.slice(1)));
    return;
  }
  const index = draft.labels.length - 1;
  draft.labels[index] = joined(draft.labels[index], label);
}

function joined(before: string | undefined, label: string): string {
  return before === undefined ? label : `${before}，${label}`;
}

function concluded(draft: Draft): Deadline {
  const { spans, reasons, targetCount } = draft;
  const extra = { ...(draft.continues ? { continues: true } : {}), targetCount };
  const impossible = spans.find((span) => span.impossible !== undefined)?.impossible;
  if (impossible !== undefined) return deadlineOf('invalid', {}, [`“${impossible}”不是有效日期`, ...reasons]);
  const all = [...new Set(spans.flatMap((span) => span.reasons)), ...reasons];
  if (draft.openEnd) {
    const start = spans[0]?.start ?? undefined;
    return deadlineOf('ambiguous', { start, ...extra }, ['写的是开始时间，没有写明完成时限', ...all]);
  }
  const [only] = spans;
  return spans.length === 1 && only ? single(only, draft, all) : milestones(draft, extra, all);
}

function single(span: Span, draft: Draft, reasons: string[]): Deadline {
  const fields = {
    due: span.due,
    time: span.time,
    continues: draft.continues || undefined,
    targetCount: draft.targetCount ?? countOf(draft.labels[0] ?? ''),
  };
  if (!span.isRange) return deadlineOf('date', fields, reasons);
  return deadlineOf(
    span.due === null ? 'ambiguous' : 'range',
    { ...fields, start: span.start ?? undefined },
    reasons,
  );
}

function milestones(
  draft: Draft,
  extra: { continues?: boolean; targetCount?: number },
  reasons: string[],
): Deadline {
  const items: DeadlineItem[] = [];
  draft.spans.forEach((span, index) => {
    const label = draft.labels[index];
    if (span.due !== null) items.push({ due: span.due, ...(label === undefined ? {} : { label }) });
  });
  if (items.length < draft.spans.length) reasons.push('有的节点推算不出日期');
  const dues = items.map((item) => item.due);
  if (dues.some((due, index) => index > 0 && due < (dues[index - 1] ?? due)))
    reasons.push('节点日期先后颠倒');
  const due = dues.reduce<string | null>(
    (latest, each) => (latest === null || each > latest ? each : latest),
    null,
  );
  const start = draft.spans[0]?.isRange ? (draft.spans[0].start ?? undefined) : undefined;
  return deadlineOf('milestones', { due, start, items, ...extra }, reasons);
}
