import { DomainError, type RefusalKind } from '../../domain/refusal.js';

const REFUSALS = {
  FILE_TOO_LARGE: ['INVALID', '文件过大，请拆分或者删去图片等无关内容后重新上传。'],
  FILE_CUT_OFF: ['INVALID', '文件没有传完整，请重新上传。'],
  FILE_ALTERED: ['INVALID', '收到的文件与发送的不一致，请重新上传。'],
  FILE_NOT_STORED: ['NOT_FOUND', '没有找到这个文件。'],
} as const satisfies Record<string, readonly [RefusalKind, string]>;

/** Gives a refusal of the file store. */
export function fileRefusal(
  code: keyof typeof REFUSALS,
  details: Readonly<Record<string, unknown>> = {},
): DomainError {
  const [kind, sentence] = REFUSALS[code];
  return new DomainError(kind, code, sentence, details);
}
