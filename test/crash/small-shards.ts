import type { Program } from './program.js';

/** Tasks of one shard in the crash tests, so that a district of 600 tasks has several; the checkers cut by it as well. */
export const SHARD_TASKS = 500;

/** Makes a copy of the program cut a freeze into small shards. The size is no setting, since it is part of a month's hash. */
export function withSmallShards(program: Program, tasks = SHARD_TASKS): Program {
  const constant = 'export const SHARD_TASKS = ';
  program.patch('features/dispatch/freeze/shards.js', `${constant}2_000;`, `${constant}${tasks};`);
  return program;
}
