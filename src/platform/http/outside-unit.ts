import { SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';

const OUTSIDE_UNIT = 'diaodu:outside-unit';

/**
 * Marks a route (or all of a controller) that does not take an Idempotency-Key: one whose work is slow and is no one unit
 * of work, since the key would open a unit around it and keep all other writers waiting, and one that deals with
 * passwords, since the key would keep a first password in its table and, with the refused try itself, roll back the count
 * of failed tries. Repeating such a request must be harmless by itself.
 */
export function OutsideUnit(): CustomDecorator {
  return SetMetadata(OUTSIDE_UNIT, true);
}

/** True for a route marked so. */
export function isOutsideUnit(context: ExecutionContext): boolean {
  return [context.getHandler(), context.getClass()].some(
    (place) => Reflect.getMetadata(OUTSIDE_UNIT, place) === true,
  );
}
