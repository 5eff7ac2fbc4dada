import type { DepartmentRegister } from '../../../domain/phrases/department-register.js';
import { departmentTokens } from '../../../domain/phrases/parse-departments.js';

/** A paragraph of a notice taken apart. */
export interface NoticeParts {
  /** What is to be done. */
  text: string;
  /** Who does it, as one list with its labels; '' where nobody is named. */
  departments: string;
  /** 完成时限:… where it is labelled; '' else. */
  deadline: string;
}

const ROLE = '(?:第一)?(?:牵头|责任|配合|主办|主责|协办|协助|参与|参加|承办|落实|完成)(?:责任)?(?:单位|部门)';
const BRACKET = /[(（【]([^()（）【】]*(?:[(（][^()（）]*[)）][^()（）【】]*)*)[)）】]/g;
const SAYS_WHO = new RegExp(`${ROLE}\\s*(?:为)?[:：]|牵头|分工负责|(?:配合|负责|落实)$`);
const LABEL = new RegExp(`(?:^|[\\s。;；,，])(${ROLE}\\s*(?:为)?[:：])`);
const DEADLINE =
  /(?:完成时限|办结时限|办理时限|时限要求|完成时间|完成期限|时间节点|时限)\s*[:：]\s*([^;；。\n()（）]+)/;
const SAID = /(?:牵头|负责|配合|落实)(?:[,，、].*)?$/;

/**
 * Takes the lines of a numbered paragraph; gives what is to be done apart from who does it and by when: (牵头单位:…;责任单位:…),
 * lines 牵头单位:… 责任单位:…, or a last sentence …牵头，…按职责分工负责.
 */
export function noticeParts(lines: readonly string[], register: DepartmentRegister): NoticeParts {
  const whole = lines.join('\n');
  const deadline = DEADLINE.exec(whole);
  const rest = deadline ? whole.replace(deadline[0], '') : whole;
  const found = fromBrackets(rest) ?? fromLabels(rest) ?? fromSentence(rest, register);
  const { text, departments } = found ?? { text: rest, departments: '' };
  return { text: tidy(text), departments: tidy(departments), deadline: deadline ? deadline[1]!.trim() : '' };
}

type Found = { text: string; departments: string } | null;

function fromBrackets(text: string): Found {
  const lists: string[] = [];
  const rest = text.replace(BRACKET, (bracket, inner: string) => {
    if (!SAYS_WHO.test(inner.trim().replace(/[。;；,，]+$/, ''))) return bracket;
    lists.push(inner);
    return '';
  });
  return lists.length > 0 ? { text: rest, departments: lists.join('；') } : null;
}

/** From the first label on, each line is a list; a line without a label goes on with the work. */
function fromLabels(text: string): Found {
  const work: string[] = [];
  const lists: string[] = [];
  for (const line of text.split('\n')) {
    const label = LABEL.exec(line);
    if (!label) {
      work.push(line);
      continue;
    }
    const start = label.index + label[0].length - label[1]!.length;
    work.push(line.slice(0, start));
    lists.push(line.slice(start));
  }
  return lists.length > 0 ? { text: work.join('\n'), departments: lists.join('；') } : null;
}

/** The last sentence, or its end from the first known unit on, where it closes with 牵头 or 负责. */
function fromSentence(text: string, register: DepartmentRegister): Found {
  const plain = text.replace(/[。;；\s]+$/, '');
  const start = Math.max(...['。', ';', '；', '\n'].map((mark) => plain.lastIndexOf(mark))) + 1;
  const sentence = plain.slice(start);
  if (!SAID.test(sentence)) return null;
  const clauses = sentence.split(/(?<=[,，])/);
  for (let i = 0; i < clauses.length; i++) {
    const list = clauses.slice(i).join('');
    const tokens = departmentTokens(list.replace(/^由/, ''), register);
    const [first] = tokens;
    const known = first?.kind === 'name' || first?.kind === 'group';
    if (!known || !tokens.some(({ kind }) => kind === 'verb')) continue;
    return { text: plain.slice(0, start) + clauses.slice(0, i).join(''), departments: list };
  }
  return null;
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^[\s,，;；。]+|[\s,，;；]+$/g, ''))
    .filter((line) => line !== '')
    .join('\n');
}
