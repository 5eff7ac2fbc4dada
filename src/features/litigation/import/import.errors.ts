import { DomainError } from '../../../domain/refusal.js';

export function caseListUnreadable(): DomainError {
  return new DomainError(
    'INVALID',
    'COURT_LIST_UNREADABLE',
    '文件中没有找到案件名单：应当有一行表头，写明案号、被诉行政机关、开庭日期等，下面逐行填写。',
  );
}
