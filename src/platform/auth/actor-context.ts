import { AsyncLocalStorage } from 'node:async_hooks';
import { seeing } from '../database/sight.js';
import { systemActor, type Actor } from './actor.js';
import { sightOf } from './sight-of.js';

const storage = new AsyncLocalStorage<Actor>();

/** Runs a deed in the name of an actor; everything awaited inside sees this actor, and of the tables what he may. */
export function actAs<T>(actor: Actor, deed: () => T): T {
  return storage.run(actor, () => seeing(() => sightOf(actor), deed));
}

/** The actor of the running deed; the system where nobody is named (jobs, start-up). */
export function currentActor(): Actor {
  return storage.getStore() ?? systemActor('job', '');
}
