import { deedNotAllowed } from './task.errors.js';

/**
 * The life of a thing as a table: from which state which deed leads where. The types ask for an entry per state;
 * what types cannot see (a state nobody reaches, a deed nobody may do) is found by {@link checkLifecycle} at start.
 */
export interface Lifecycle<State extends string, Deed extends string> {
  /** What is spoken of, in Chinese, e.g. 任务. */
  readonly thing: string;
  readonly start: State;
  /** Each state with the word the screen shows. */
  readonly states: Readonly<Record<State, string>>;
  /** Each deed with the verb the screen shows. */
  readonly deeds: Readonly<Record<Deed, string>>;
  readonly moves: Readonly<Record<State, Readonly<Partial<Record<Deed, State>>>>>;
}

/** Gives the table back after checking it, so that a wrong table stops the program when its module is loaded. */
export function defineLifecycle<State extends string, Deed extends string>(
  lifecycle: Lifecycle<State, Deed>,
): Lifecycle<State, Deed> {
  checkLifecycle(lifecycle, lifecycle.start);
  return lifecycle;
}

/**
 * Walks the table from `start`. Throws one Error (a fault of ours, not a refusal) that lists every unknown target or
 * deed, every state that cannot be reached and every deed that no state allows.
 */
export function checkLifecycle(table: Lifecycle<string, string>, start: string): void {
  const faults = [...unknownNames(table), ...unreachableStates(table, start), ...deadDeeds(table)];
  if (faults.length > 0) throw new Error(`lifecycle ${table.thing}: ${faults.join('; ')}`);
}

/** The state after a deed. Refuses (CONFLICT) a deed that the present state does not allow, naming those it does. */
export function nextState<State extends string, Deed extends string>(
  lifecycle: Lifecycle<State, Deed>,
  state: State,
  deed: Deed,
): State {
  const next = lifecycle.moves[state][deed];
  if (next === undefined) throw deedNotAllowed(lifecycle, state, deed, allowedDeeds(lifecycle, state));
  return next;
}

/** The deeds a state allows, in the table's order; a screen shows exactly these as buttons. */
export function allowedDeeds<State extends string, Deed extends string>(
  lifecycle: Lifecycle<State, Deed>,
  state: State,
): Deed[] {
  return Object.keys(lifecycle.moves[state]) as Deed[];
}

function unknownNames(table: Lifecycle<string, string>): string[] {
  return moveList(table).flatMap(({ from, deed, to }) => [
    ...(from in table.states ? [] : [`unknown state ${from}`]),
    ...(deed in table.deeds ? [] : [`unknown deed ${deed} in ${from}`]),
    ...(to in table.states ? [] : [`unknown target ${to} of ${from}.${deed}`]),
  ]);
}

function unreachableStates(table: Lifecycle<string, string>, start: string): string[] {
  const reached = new Set([start]);
  for (const state of reached) {
    for (const target of Object.values(table.moves[state] ?? {})) if (target) reached.add(target);
  }
  return Object.keys(table.states)
    .filter((state) => !reached.has(state))
    .map((state) => `state ${state} cannot be reached from ${start}`);
}

function deadDeeds(table: Lifecycle<string, string>): string[] {
  const used = new Set(moveList(table).map((move) => move.deed));
  return Object.keys(table.deeds)
    .filter((deed) => !used.has(deed))
    .map((deed) => `no state allows deed ${deed}`);
}

function moveList(table: Lifecycle<string, string>): { from: string; deed: string; to: string }[] {
  return Object.entries(table.moves).flatMap(([from, deeds]) =>
    Object.entries(deeds).map(([deed, to]) => ({ from, deed, to: String(to) })),
  );
}
