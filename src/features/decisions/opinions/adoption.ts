import { DomainError } from '../../../domain/refusal.js';

/** What became of a group of opinions. */
export type Adoption = 'ADOPTED' | 'PARTLY' | 'NOT';

export const ADOPTIONS = ['ADOPTED', 'PARTLY', 'NOT'] as const;

/** How the table calls what became of an opinion. */
export const ADOPTION_LABELS: Readonly<Record<Adoption, string>> = {
  ADOPTED: '采纳',
  PARTLY: '部分采纳',
  NOT: '不采纳',
};

/** A group of opinions with what became of it. */
export interface OpinionWords {
  /** Who said so, or by which way it came. */
  source: string;
  opinion: string;
  /** How many said so. */
  people: number;
  adoption: Adoption;
  /** Why it was not, or only partly, taken up; may be empty where it was. */
  reason: string;
}

/** 第十八条: opinions are studied and what is reasonable is taken up; the table tells why the rest was not. */
export function lacksReason({ adoption, reason }: Pick<OpinionWords, 'adoption' | 'reason'>): boolean {
  return adoption !== 'ADOPTED' && reason.trim() === '';
}

export function opinionReasonMissing(): DomainError {
  return new DomainError(
    'INVALID',
    'OPINION_REASON_MISSING',
    '不采纳或者部分采纳的意见应当写明理由（《重大行政决策程序暂行条例》第十八条：对各方面提出的意见应当归纳整理、研究论证，充分采纳合理意见），请填写理由后再保存。',
  );
}

export function opinionBlank(): DomainError {
  return new DomainError('INVALID', 'OPINION_BLANK', '意见内容没有填写，请填写归纳后的意见。');
}

export function opinionNotFound(): DomainError {
  return new DomainError(
    'NOT_FOUND',
    'OPINION_NOT_FOUND',
    '采纳情况表中没有这条意见，可能已在重新导入时删去，请刷新后再看。',
  );
}

export function opinionTaken(ordinal: number): DomainError {
  return new DomainError(
    'CONFLICT',
    'OPINION_TAKEN',
    `采纳情况表第 ${ordinal} 条已是同一来源的同一意见，请修改该条，不必重复登记。`,
    { ordinal },
  );
}

export function opinionsSettled(): DomainError {
  return new DomainError(
    'CONFLICT',
    'OPINIONS_SETTLED',
    '决策程序已经归档结案或者终止，采纳情况表随卷保存，不再修改。',
  );
}
