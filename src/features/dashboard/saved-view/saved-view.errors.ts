import { DomainError } from '../../../domain/refusal.js';

/** Another post's view and none are told alike. */
export function savedViewNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'SAVED_VIEW_NOT_FOUND', '本岗位没有保存过这个视图，请刷新后再试。');
}

/** One name for one view of a post. */
export function savedViewNameTaken(name: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'SAVED_VIEW_NAME_TAKEN',
    `本岗位已有名为“${name}”的视图，请换一个名称，或者直接更新原视图。`,
    { name },
  );
}

/** A list of views that nobody overlooks any more helps nobody. */
export function savedViewsTooMany(most: number): DomainError {
  return new DomainError(
    'CONFLICT',
    'SAVED_VIEWS_TOO_MANY',
    `每个岗位最多保存 ${most} 个视图，请先删除不再使用的。`,
    { most },
  );
}
