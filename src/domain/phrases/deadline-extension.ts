import { deadlineOf, unread, type Deadline, type DeadlineContext } from './deadline.js';
import { readPointList } from './deadline-point-list.js';

const EXTENSION =
  /^(?:原定于?|原计划|原时限|原为|原|由)?([^,;。]*?)[,;。]?(?:现|已|经批准|经同意|同意)*(?:延期|调整|顺延|延长|推迟|变更|改)(?:至|到|为)(.+)$/;

/** Reads 原定6月底前，延期至9月底前: the later day is due, the earlier one kept as `original`; null for other phrases. */
export function readExtension(text: string, context: DeadlineContext): Deadline | null {
  const [whole, before = '', after = ''] = EXTENSION.exec(text) ?? [];
  const next = whole === undefined ? null : readPointList(after, context);
  if (!next || before === '') return next;
  const previous = readPointList(before, context);
  const { kind, needsReview: _, note, ...fields } = next;
  const reasons = [...(note === undefined ? [] : [note]), ...doubtsOf(previous, next, before)];
  return deadlineOf(kind, { ...fields, original: previous?.due ?? undefined }, reasons);
}

function doubtsOf(previous: Deadline | null, next: Deadline, written: string): string[] {
  if (!previous || previous.due === null) return [unread(written)];
  if (next.due !== null && next.due <= previous.due) return ['延期后的时限不晚于原时限'];
  return previous.needsReview ? [`原时限${previous.note ?? ''}`] : [];
}
