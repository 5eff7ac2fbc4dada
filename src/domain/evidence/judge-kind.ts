import {
  contentDiffers,
  evidenceEmpty,
  evidenceEncrypted,
  kindClosed,
  kindDangerous,
  kindMacro,
  kindUnknown,
} from './evidence.errors.js';
import { extensionOf } from './evidence-name.js';
import type { EvidenceKind, EvidenceRules } from './evidence-rules.js';

/** What was found in a file, whatever its name says. */
export interface FoundContent {
  /** Name of the content such as `application/pdf`; empty when it is nothing known. */
  name: string;
  /** It carries macros. */
  hasMacro: boolean;
  /** It opens with a password only. */
  isEncrypted: boolean;
  /** Names of the files inside an archive. */
  entries: readonly string[];
}

/** The kind a name stands for. Refuses, each with its own reason: programs, macro files, closed archives, all unknown. */
export function kindOfName(name: string, rules: EvidenceRules): EvidenceKind {
  const extension = extensionOf(name);
  if (rules.macro.includes(extension)) throw kindMacro(extension);
  if (rules.dangerous.includes(extension)) throw kindDangerous(extension);
  if (rules.closed.includes(extension)) throw kindClosed(extension);
  const kind = rules.kinds.find((each) => each.extension === extension);
  if (!kind) throw kindUnknown(extension, rules.kinds.map((each) => each.extension)); // prettier-ignore
  return kind;
}

/** Refuses content that is not what the name says, carries macros, is locked, or is an archive with programs in it. */
export function requireContent(kind: EvidenceKind, bytes: number, found: FoundContent, rules: EvidenceRules): void {
  if (bytes === 0) throw evidenceEmpty();
  if (found.hasMacro) throw kindMacro(kind.extension);
  if (found.isEncrypted) throw evidenceEncrypted();
  if (!kind.content.includes(found.name)) throw contentDiffers(kind.extension, found.name);
  const bad = found.entries.find((entry) => isRefusedInside(entry, rules));
  if (bad !== undefined) throw kindDangerous(extensionOf(bad));
} // prettier-ignore

function isRefusedInside(entry: string, rules: EvidenceRules): boolean {
  const extension = extensionOf(entry);
  return rules.dangerous.includes(extension) || rules.macro.includes(extension);
}
