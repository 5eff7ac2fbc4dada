import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const NEVER_REPLAYED = 'diaodu:never-replayed';

/**
 * For routes that deal with secrets: an Idempotency-Key is not heeded there. It would keep a first password in its table,
 * hash inside a unit of work, and, with the refused try itself, roll back the count of failed tries.
 */
export function NeverReplayed(): CustomDecorator {
  return SetMetadata(NEVER_REPLAYED, true);
}
