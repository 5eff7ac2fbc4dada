import { deadlineOf, unread, type Deadline, type DeadlineContext } from './deadline.js';
import { readPointList } from './deadline-point-list.js';
import { CONTINUES, countOf, isVerbPhrase, unreadTail } from './deadline-verbs.js';
import { readYear } from './deadline-year.js';

const NONE = /^(?:[-/\\_.。*×]*|无|暂无|无时限|无时限要求)$/;
const TBD =
  /^(?:待定|时限待定|另行通知|另行确定|待通知|待明确|待确定|未定|(?:根据|按照?|依照|依)(?!月|季|周|日|年(?!度(?:计划|工作))|半年|时(?!间))[^\d,;。]{1,20}?(?:要求|部署|规定|安排|通知|计划|方案|进度)(?:的?(?:时限|时间|节点|进度|要求))*(.*))$/;
const IMMEDIATE =
  /^(?:立即|即知即改|即行即改|立行立改|立说立行|立查立改|马上|即时|即刻|当即)(?:整改|办理|落实|执行|开展|完成|改正|启动|实施|推进)?/;
const ONGOING = /^(?:全年|年度)(?:度|内)?/;

/** '' and '-': no deadline is given. */
export function readNone(text: string): Deadline | null {
  return NONE.test(text) ? deadlineOf('none', {}) : null;
}

/** 待定, 另行通知, 按市级要求时限完成: somebody has yet to say. */
export function readTbd(text: string): Deadline | null {
  const match = TBD.exec(text);
  if (!match) return null;
  return deadlineOf('tbd', {}, ['时限待定', ...unreadTail(match[1] ?? '')]);
}

/** 立行立改, alone or before a date; alone it has no due day and a person must set one. */
export function readImmediate(text: string, context: DeadlineContext): Deadline | null {
  const match = IMMEDIATE.exec(text);
  if (!match) return null;
  const rest = text.slice(match[0].length).replace(/^[,;、。]/, '');
  const dated = rest === '' ? null : readPointList(rest, context);
  if (dated) return dated;
  const continues = CONTINUES.test(rest);
  const reasons = continues ? [] : unreadTail(rest);
  return deadlineOf('immediate', continues ? { continues } : {}, ['没有写明日期', ...reasons]);
}

/** 全年, 全年不少于4次, 长期坚持: due is the year's last day. */
export function readOngoing(text: string, context: DeadlineContext): Deadline | null {
  const named = readYear(text, context.planYear);
  const rest = text.slice(named.length);
  const due = `${String(named.year ?? context.planYear).padStart(4, '0')}-12-31`;
  const [first = '', ...others] = rest.split(/[,;。]/);
  const ongoing = ONGOING.exec(first) ?? /^贯穿全年/.exec(first);
  if (ongoing) return withTail([first.slice(ongoing[0].length), ...others], { due });
  const lasting = CONTINUES.test(first) || /^(?:贯穿|日常|经常性|不间断)[\p{Script=Han}]{0,12}$/u.test(first);
  return lasting ? withTail(others, { due, continues: true }) : null;
}

function withTail(clauses: readonly string[], fields: { due: string; continues?: boolean }): Deadline {
  const reasons: string[] = [];
  let targetCount: number | undefined;
  let continues = fields.continues;
  for (const clause of clauses.filter((part) => part !== '')) {
    const count = countOf(clause);
    if (count !== undefined) targetCount = count;
    else if (CONTINUES.test(clause)) continues = clause.startsWith('持续') ? continues : true;
    else if (!isVerbPhrase(clause)) reasons.push(unread(clause));
  }
  return deadlineOf('ongoing', { due: fields.due, continues, targetCount }, reasons);
}
