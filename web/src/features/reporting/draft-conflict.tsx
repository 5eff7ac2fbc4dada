import type { ReactNode } from 'react';
import { api, take } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { StaleDialog, type OtherChange } from '../../components/stale-dialog.js';
import type { SheetReport } from './reporting-queries.js';

/** Somebody else wrote to the same report meanwhile: who, when and what, and the choice between the two. */
export function DraftConflict({
  report,
  error,
  onReload,
  onKeep,
}: {
  report: SheetReport;
  error: unknown;
  onReload: () => void;
  onKeep: (version: number) => void;
}): ReactNode {
  const keep = async (): Promise<void> => {
    const newest = await take(api.GET('/api/v1/reports/{id}', { params: { path: { id: report.id } } }));
    onKeep(newest.version);
  };
  return (
    <StaleDialog error={error} changes={changesOf(error)} onReload={onReload} onKeep={() => void keep()} />
  );
}

/** What the refusal itself says of the change it lost to. */
function changesOf(error: unknown): OtherChange[] {
  if (!(error instanceof Problem)) return [];
  const { by, at, fields } = error.details as { by?: string; at?: number; fields?: string[] };
  return by === undefined || at === undefined ? [] : [{ who: by, at, what: (fields ?? []).join('、') }];
}
