/** What a sentence may be made of: the fields before and after, and what departments are called. */
export interface AuditFacts {
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
  departmentName: (id: string) => string;
}

export type Words = string | ((facts: AuditFacts) => string);

/** A field as words; empty where it is not there. */
export function word(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** 做了什么，理由：…; the reason only where one was given. */
export const withReason =
  (deed: string, field = 'reason', label = '理由') =>
  ({ after }: AuditFacts): string => {
    const reason = word(after[field]);
    return reason === '' ? deed : `${deed}，${label}：${reason}`;
  };
