import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isDay } from '../../domain/calendar/day.js';

/** The field is a date that exists, `YYYY-MM-DD`. */
export function IsDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isDay',
      validator: { validate: isDay, defaultMessage: () => '$property 应为 2023-01-10 样式的有效日期' },
    },
    options,
  );
}
