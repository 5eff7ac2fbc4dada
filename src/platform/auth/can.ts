import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Role } from './actor.js';

export const CAN = 'diaodu:can';

/**
 * Roles that may call a route; `SCRAPER` for a program that shows the metrics token; `ANYONE` for the few open ones, `SIGNED_IN` for what belongs to everybody's own session.
 * What they may do with which record is the policy's.
 */
export type Caller = Exclude<Role, 'SYSTEM' | 'VISITOR'> | 'ANYONE' | 'SIGNED_IN' | 'SCRAPER';

/** Says who may call a route. A route without it is refused. */
export function Can(...callers: Caller[]): CustomDecorator {
  return SetMetadata(CAN, callers);
}
