import type { ProcedureDefinition } from '../../domain/procedure/definition.js';
import type { Entry } from '../../domain/procedure/entry.js';
import { gateOf } from '../../domain/procedure/names.js';
import { sideDeedNames } from '../../domain/procedure/side-state.js';

/** What an entry says besides its kind and its step: what was answered, asked or changed, and the reason. Pure. */
export function entryWords(definition: ProcedureDefinition, entry: Entry, fileName: string): string {
  switch (entry.kind) {
    case 'DETERMINATION':
      return withReason(answer(entry.applies), entry.reason);
    case 'OVERRIDE':
      return withReason(gateName(definition, entry.gate), entry.reason);
    case 'MARK':
      return withReason(sideDeedNames[entry.deed], entry.reason);
    case 'DRAFT':
      return withReason(fileName, entry.note);
    case 'DOCUMENT':
      return fileName;
    case 'STEP':
    case 'APPROVAL':
      // A step is told by its name, an approval by its kind.
      return '';
  }
}

function gateName(definition: ProcedureDefinition, gate: string): string {
  return gateOf(definition, gate)?.name ?? gate;
}

function answer(applies: boolean): string {
  return applies ? '适用' : '不适用';
}

function withReason(what: string, reason: string): string {
  return reason === '' ? what : `${what}：${reason}`;
}
