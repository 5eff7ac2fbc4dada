/** Who does a deed. Until sign-in exists the actor is named by a post code and written into the audit trail as such. */
export interface Actor {
  /** Post code such as `SFJ-LIAISON`, or `SYSTEM` for jobs. */
  post: string;
  /** Role of the post. */
  role: 'CLERK' | 'DIRECTOR' | 'LIAISON' | 'HEAD' | 'LEADER' | 'SYSTEM';
  /** Department the post belongs to; null for the system. */
  departmentId: string | null;
  /** Name of the person who holds the post, as at today; empty when vacant. */
  holder: string;
  /** Correlates audit rows of one request. */
  requestId: string;
  /** Address of the caller; `cli` or `job` where there is none. */
  address: string;
}

/** The actor of jobs and of set-up work. */
export function systemActor(address: string, requestId: string): Actor {
  return { post: 'SYSTEM', role: 'SYSTEM', departmentId: null, holder: '系统', requestId, address };
}
