import type { Command } from 'commander';
import type { Cli } from '../../platform/cli/cli.js';

/** Commands of the calendar. */
export function calendarCommands(_program: Command, _cli: Cli): void {}
