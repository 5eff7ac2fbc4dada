import type { INestApplicationContext } from '@nestjs/common';
import { DomainError } from '../../domain/refusal.js';
import { refusalOfDatabase } from '../database/database-refusals.js';
import { isStorageError } from '../database/storage-error.js';
import { STORAGE_EXIT } from '../database/fail-stop.js';

/** Exit statuses other tools rely on. */
export const EXIT = { refused: 1, usage: 2, storage: STORAGE_EXIT } as const;

/** What a command needs of its surroundings. */
export interface Cli {
  /** Starts the program's parts without its server, on first use; in the name of `--as`, else of the system. */
  app(): Promise<INestApplicationContext>;
  /** Prints the one JSON document of `--json`, or the text a person reads. */
  answer(json: unknown, text: () => string): void;
  /** True when the caller asked for JSON. */
  readonly json: boolean;
  /** Prints a line for a person, never with `--json`. */
  say(line: string): void;
}

/** Wrong use of the command line: exit 2. */
export class UsageError extends Error {
  readonly code = 'USAGE';
}

/** What goes to stderr and with which status the program ends. */
export function failureOf(error: unknown): {
  exit: number;
  document: { code: string; message: string; details: unknown };
} {
  const refusal = error instanceof DomainError ? error : refusalOfDatabase(error);
  if (refusal) {
    const { code, message, details } = refusal;
    return { exit: EXIT.refused, document: { code, message, details } };
  }
  if (error instanceof UsageError) {
    return { exit: EXIT.usage, document: { code: error.code, message: error.message, details: {} } };
  }
  const message = error instanceof Error ? error.message : String(error);
  const exit = isStorageError(error) ? EXIT.storage : EXIT.refused;
  return {
    exit,
    document: { code: exit === EXIT.storage ? 'STORAGE_FAILED' : 'FAULT', message, details: {} },
  };
}
