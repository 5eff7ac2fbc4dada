import { daysBetween, type Day } from '../../../domain/calendar/day.js';
import { dayInWords } from '../../../domain/calendar/words.js';
import { DomainError } from '../../../domain/refusal.js';
import type { OfficialPaper } from '../../../platform/office/write-document.js';

/** What the notice tells the public. */
export interface CommentNotice {
  title: string;
  department: string;
  publishedOn: Day;
  closesOn: Day;
  /** How opinions reach the department. */
  contact: string;
  /** Why the period is shorter than the rule says; empty: it is not. */
  reason: string;
  /** Calendar days the rule asks for (一般不少于30日). */
  leastDays: number;
  /** The rule, as it is cited. */
  article: string;
}

/**
 * 征求意见公告 (第十五条): the draft, the days and the ways to answer. A shorter period than the rule asks for must say why
 * in the notice itself; without a reason it is refused (COMMENT_NOTICE_TOO_SHORT). The first day is not counted.
 */
export function commentNotice(notice: CommentNotice): OfficialPaper {
  const { title, department, publishedOn, closesOn, contact, reason, leastDays, article } = notice;
  const days = daysBetween(publishedOn, closesOn);
  if (days < 1) throw closesBeforeItOpens(publishedOn, closesOn);
  if (days < leastDays && reason === '') throw tooShort(days, leastDays, article);
  const texts = [
    `为做好《${title}》决策工作，广泛听取社会各方面意见，根据${article}，现将决策草案及其说明向社会公布，公开征求意见。`,
    `一、征求意见的期限：自${dayInWords(publishedOn)}起至${dayInWords(closesOn)}止，共${days}日。`,
    ...(days < leastDays ? [`因${reason.replace(/[。；]+$/u, '')}，征求意见的期限短于${leastDays}日。`] : []),
    `二、反馈意见的方式：${contact}。`,
    '三、提出意见时请注明姓名或者单位名称和联系方式，以便进一步沟通。采纳情况将以适当方式公布。',
  ];
  return {
    title: `关于公开征求《${title}》意见的公告`,
    author: department,
    day: publishedOn,
    blocks: texts.map((text) => ({ kind: 'paragraph', text })),
    attachments: [`${title}（草案）`, '草案说明'],
    signature: department,
  };
}

function closesBeforeItOpens(publishedOn: Day, closesOn: Day): DomainError {
  return new DomainError(
    'INVALID',
    'COMMENT_NOTICE_DAYS',
    `截止日 ${closesOn} 应当晚于公布日 ${publishedOn}，请改正后再生成公告。`,
    { publishedOn, closesOn },
  );
}

function tooShort(days: number, leastDays: number, article: string): DomainError {
  return new DomainError(
    'INVALID',
    'COMMENT_NOTICE_TOO_SHORT',
    `征求意见的期限为 ${days} 日，不足 ${leastDays} 日的应当在公告中说明理由（${article}），请填写理由或者延后截止日。`,
    { days, leastDays },
  );
}
