/** Why a person has to go elsewhere before anything else is answered. */
export type Detour = 'sign-in' | 'password' | 'security';

type Listener = (detour: Detour) => void;
const listeners = new Set<Listener>();

/** Hears when the service answers that nobody is signed in, or that the first password must be changed. */
export function onDetour(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Tells all who listen. */
export function tellDetour(detour: Detour): void {
  for (const listener of listeners) listener(detour);
}
