import type { MissingPost } from './missing-posts.js';
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

/** 一个岗位的历任人员，由新到旧 */
export class PostHistoryResponse {
  code!: string;
  /** 最近一任的版本，修改和离任时用 */
  version!: number;
  terms!: PostResponse[];
}

/** 无人在任的岗位 */
export class MissingPostResponse {
  department!: string;
  departmentName!: string;
  kind!: PostKind;
  /** 空缺的岗位；从未设过为 null */
  postCode!: string | null;
  lastHolder!: string | null;
  /** 自何日起空缺 */
  since!: string | null;
}

/** 全部无人在任的岗位 */
export class MissingPostsResponse {
  items!: MissingPostResponse[];
}

export function presentPostHistory(
  terms: readonly Term[],
  departmentCodes: ReadonlyMap<string, string>,
): PostHistoryResponse {
  const [last] = terms;
  return {
    code: last?.code ?? '',
    version: last?.version ?? 0,
    terms: terms.map((term) => presentPost(term, departmentCodes)),
  };
}

export function presentMissing(missing: readonly MissingPost[]): MissingPostsResponse {
  const items = missing.map(({ department, kind, vacancy }) => ({
    department: department.code,
    departmentName: department.name,
    kind,
    postCode: vacancy?.postCode ?? null,
    lastHolder: vacancy?.lastHolder ?? null,
    since: vacancy?.since ?? null,
  }));
  return { items };
}
