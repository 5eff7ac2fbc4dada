import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError } from '../../domain/refusal.js';
import { ruleInChinese } from './field-rules.js';

/** Checks every request against its class: unknown fields are refused, nothing is converted by guessing. */
export function validation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (faults) => requestInvalid(faults.flatMap((fault) => fieldsOf(fault, ''))),
  });
}

/** One wrong field of a request. */
export interface FieldFault {
  field: string;
  rules: string[];
}

/** The refusal of a request whose fields are wrong; names every field. */
export function requestInvalid(fields: FieldFault[]): DomainError {
  const names = fields.map((fault) => fault.field).join('、');
  return new DomainError('INVALID', 'REQUEST_INVALID', `请求中有字段不符合要求：${names}。`, { fields });
}

function fieldsOf(fault: ValidationError, path: string): FieldFault[] {
  const field = path ? `${path}.${fault.property}` : fault.property;
  const own = fault.constraints
    ? [
        {
          field,
          rules: Object.entries(fault.constraints).map(([rule, message]) => ruleInChinese(rule, message)),
        },
      ]
    : [];
  return [...own, ...(fault.children ?? []).flatMap((child) => fieldsOf(child, field))];
}
