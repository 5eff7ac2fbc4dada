import { deadlineOf, unread, type Deadline, type DeadlineContext } from './deadline.js';
import { readPointList } from './deadline-point-list.js';

const EXTENSION =
  /^(?:原定于?|原计划|原时限|原为|原|由)?([^,;。]*?)[,;。]?(?:现|已|经批准|经同意|同意)*(?:延期|调整|顺延|延长|推迟|变更|改)(?:至|到|为)(.+)$/;

/** Reads 原定6月底前，延期至9月底前: the later day is due, the earlier one kept as `original`; null for other phrases. */
export function readExtension(text: string, context: DeadlineContext): Deadline | null {
  const match = EXTENSION.exec(text);
  if (!match) return null;
  const [before = '', after = ''] = [match[1], match[2]];
  const next = readPointList(after, context);
  if (!next) return null;
  const previous = before === '' ? null : readPointList(before, context);
  const { kind, needsReview, note, ...fields } = next;
  const reasons = needsReview && note !== undefined ? [note] : [];
  if (before !== '' && (!previous || previous.due === null)) reasons.push(unread(before));
  else if (previous?.needsReview && previous.note !== undefined) reasons.push(previous.note);
  const original = previous?.due ?? undefined;
  if (original !== undefined && next.due !== null && next.due <= original)
    reasons.push('延期后的时限不晚于原时限');
  return deadlineOf(kind, { ...fields, original }, reasons);
}
