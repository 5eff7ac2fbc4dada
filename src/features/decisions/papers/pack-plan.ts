import { archiveList } from '../../../domain/procedure/archive.js';
import type { Procedure } from '../../../domain/procedure/entry.js';

/** A filed paper's place in the evidence pack. */
export interface PackedFile {
  path: string;
  sha256: string;
}

/** What may not stand in a name on any system that will open the pack. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;

/** Where every filed paper goes: a folder per step in order, named as the archive list names it. Pure. */
export function packPlan(procedure: Procedure): PackedFile[] {
  const steps = procedure.definition.steps;
  return archiveList(procedure).flatMap(({ step, document, filed }) => {
    const folder = `${number(steps.indexOf(step) + 1)} ${safe(step.name)}`;
    const place = number(step.documents.indexOf(document) + 1);
    return filed.map((entry, i) => ({
      path: `${folder}/${place}-${i + 1} ${safe(document.name)}-${safe(entry.name)}`,
      sha256: entry.sha256,
    }));
  });
}

/** SHA256SUMS as `sha256sum -c` reads it. */
export function sumsOf(files: readonly PackedFile[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

function number(n: number): string {
  return String(n).padStart(2, '0');
}

function safe(name: string): string {
  return name.replace(FORBIDDEN, '_').slice(0, 80);
}
