import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import type { TestApp } from './app.js';

type Told = Readonly<Record<string, unknown>> | null | undefined;

/** Fields that the audit trail tells by now, with what a field was told by. */
export async function fieldsOfTrail({ db }: TestApp): Promise<Map<string, string>> {
  const rows = await db.read<{ operation: string; before: string | null; after: string | null }>(
    'SELECT operation, before, after FROM audit_event',
  );
  const fields = new Map<string, string>();
  for (const { operation, before, after } of rows)
    for (const content of [before, after])
      if (content !== null) note(fields, operation, JSON.parse(content) as Told);
  return fields;
}

/** From now on every field that is recorded, also by a deed that is undone again, is noted in what this gives. */
export function noteFields(test: TestApp): Map<string, string> {
  const fields = new Map<string, string>();
  const trail = test.app.get(AuditTrail);
  const record = trail.record.bind(trail);
  trail.record = (change) => {
    for (const content of [change.before, change.after]) note(fields, change.operation, content as Told);
    record(change);
  };
  return fields;
}

function note(fields: Map<string, string>, operation: string, content: Told): void {
  for (const field of Object.keys(content ?? {})) fields.set(field, operation);
}
