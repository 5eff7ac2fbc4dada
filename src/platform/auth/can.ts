import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Actor } from './actor.js';

export const CAN = 'diaodu:can';

/** Roles that may call a route; `ANYONE` for the few open ones. What they may do with which record is the policy's. */
export type Caller = Actor['role'] | 'ANYONE';

/** Says who may call a route. A route without it is refused. */
export function Can(...callers: Caller[]): CustomDecorator {
  return SetMetadata(CAN, callers);
}
