import { AsyncLocalStorage } from 'node:async_hooks';
import { systemActor, type Actor } from './actor.js';

const storage = new AsyncLocalStorage<Actor>();

/** Runs a deed in the name of an actor; everything awaited inside sees this actor. */
export function actAs<T>(actor: Actor, deed: () => T): T {
  return storage.run(actor, deed);
}

/** The actor of the running deed; the system where nobody is named (jobs, start-up). */
export function currentActor(): Actor {
  return storage.getStore() ?? systemActor('job', '');
}
