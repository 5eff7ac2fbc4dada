import type { PostKind, Term } from './post.store.js';

/** A term as it goes out. */
export class PostResponse {
  code!: string;
  /** 单位代码 */
  department!: string;
  kind!: PostKind;
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
  const { code, holder, email, fromDay, toDay, version } = term;
  const department = departmentCodes.get(term.departmentId) ?? '';
  const kind = term.kind as PostKind;
  return { code, department, kind, holder, email, from: fromDay, to: toDay, version };
}
