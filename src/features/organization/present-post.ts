import type { Term } from './post.store.js';

/** A term as it goes out. */
export class PostResponse {
  code!: string;
  /** 单位代码 */
  department!: string;
  kind!: string;
  holder!: string;
  email!: string;
  from!: string;
  to!: string | null;
  version!: number;
}

/** A page of posts. */
export class PostPageResponse {
  items!: PostResponse[];
  next!: string | null;
}

export function presentPost(term: Term, departmentCodes: ReadonlyMap<string, string>): PostResponse {
  const { code, kind, holder, email, fromDay, toDay, version } = term;
  const department = departmentCodes.get(term.departmentId) ?? '';
  return { code, department, kind, holder, email, from: fromDay, to: toDay, version };
}
