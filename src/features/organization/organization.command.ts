import type { Command } from 'commander';
import type { Cli } from '../../platform/cli/cli.js';

/** Commands of the organization. */
export function organizationCommands(_program: Command, _cli: Cli): void {}
