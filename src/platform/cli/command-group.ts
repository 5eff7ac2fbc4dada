import type { Command } from 'commander';

/** The group a command stands in (`import`, `parse`), made by the first feature that adds to it and joined by the next. */
export function commandGroup(program: Command, name: string, summary: string): Command {
  return (
    program.commands.find((command) => command.name() === name) ?? program.command(name).description(summary)
  );
}
