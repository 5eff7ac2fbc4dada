import type { Deadline, DeadlineContext } from '../../../domain/phrases/deadline.js';
import { isReady } from '../../../domain/phrases/deadline-resolution.js';
import { parseDeadline } from '../../../domain/phrases/parse-deadline.js';

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})';
const YEAR = '(?:(?:20\\d{2}|[二〇○零一三四五六七八九]{4})年|今年|次年|明年)?';
const BEFORE = '(?:前|之前|以前)';
/** Only phrases that say "by": a month that is merely mentioned in a sentence is no deadline. */
const PHRASES = [
  `${YEAR}${NUMBER}月(?:份)?(?:${NUMBER}日|上旬|中旬|下旬|底|末)?${BEFORE}`,
  `${YEAR}${NUMBER}月(?:底|末)`,
  `${YEAR}(?:年底|年末)${BEFORE}?|20\\d{2}年(?:底|末|内)${BEFORE}?|年内`,
  `${YEAR}(?:上半年|第?[一二三四]季度末?)${BEFORE}?(?=完成|建成|出台|印发|办结|落实|$)`,
  `(?:印发|下发)后${NUMBER}(?:个工作日|日|天|个月)内`,
];
const PHRASE = new RegExp(PHRASES.join('|'), 'g');

/**
 * Takes a sentence of a task (…，6月底前完成); gives the deadline phrases in it as one deadline, or null where it states none. Several
 * phrases become the nodes of one deadline.
 */
export function deadlineInText(
  text: string,
  context: DeadlineContext,
): { phrase: string; deadline: Deadline } | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const phrases = [...new Set(plain.match(PHRASE) ?? [])];
  if (phrases.length === 0) return null;
  const phrase = phrases.join('、');
  const deadline = parseDeadline(phrase, context);
  return isReady(deadline) || phrases.length === 1 ? { phrase, deadline } : null;
}
