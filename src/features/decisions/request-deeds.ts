import type { ProcedureDeed } from '../../domain/procedure/deed.js';
import { stepUnknown } from '../../domain/procedure/procedure.errors.js';
import { DomainError } from '../../domain/refusal.js';
import { cleanText } from '../../platform/office/clean-text.js';
import type { PreviewRequest } from './requests.js';

/** The values of a form as clean texts; refuses (DECISION_FIELD_NOT_TEXT) what is no text. */
export function textFields(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([id, value]) => {
      if (typeof value !== 'string') {
        throw new DomainError('INVALID', 'DECISION_FIELD_NOT_TEXT', `登记事项“${id}”应为文字。`, {
          field: id,
        });
      }
      return [id, cleanText(value)];
    }),
  );
}

/** The deed a preview asks about. */
export function previewedDeed({ deed, step, on, fields, reason }: PreviewRequest): ProcedureDeed {
  if (deed !== 'RECORD') return { deed, reason: reason ?? '' };
  if (step === undefined) throw stepUnknown('本程序', '');
  return { deed, step, on: on ?? '', fields: textFields(fields ?? {}) };
}
