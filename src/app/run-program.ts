import { DomainError } from '../domain/refusal.js';
import { SettingsError } from '../platform/config/load-settings.js';

/** Wrong settings end the start like wrong use of a command. */
const USAGE_EXIT = 2;
/** Data that may not be opened, such as half restored ones; the sentence says what to do. */
const REFUSED_EXIT = 1;

/** Starts a program that goes on running; where its settings or data do not allow that, says why in one sentence and ends. */
export async function runProgram(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof DomainError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(error instanceof SettingsError ? USAGE_EXIT : REFUSED_EXIT);
  }
}
