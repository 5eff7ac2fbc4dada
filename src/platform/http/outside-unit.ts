import { SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';

const OUTSIDE_UNIT = 'diaodu:outside-unit';

/**
 * Marks a route whose work is slow and is no one unit of work. An Idempotency-Key would open a unit around it and keep all
 * other writers waiting, so such a route does not take one; repeating it must be harmless by itself.
 */
export function OutsideUnit(): CustomDecorator {
  return SetMetadata(OUTSIDE_UNIT, true);
}

/** True for a route marked so. */
export function isOutsideUnit(context: ExecutionContext): boolean {
  return Reflect.getMetadata(OUTSIDE_UNIT, context.getHandler()) === true;
}
