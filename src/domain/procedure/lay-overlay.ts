import { isPlain, plain, type Plain } from './plain-reader.js';
import { definitionInvalid } from './procedure.errors.js';

/** Keys with which an overlay speaks of itself. */
const OWN = ['overlays', 'id', 'order', 'name', 'remove'];

/**
 * Lays local rules over a definition, both as plain values: mappings are merged key by key, lists of things with an `id`
 * thing by thing (what is new is put at the end), other lists and values replaced; `remove` takes away steps and gates
 * by id. Refuses to remove what is not there.
 */
export function layOverlay(base: unknown, overlay: unknown, place: string): Plain {
  const given = plain(overlay);
  const own = Object.fromEntries(Object.entries(given).filter(([key]) => !OWN.includes(key)));
  const merged = mergePlain(plain(base), own);
  const remove = plain(given['remove']);
  const steps = without(merged['steps'], remove['steps'], place);
  const gates = without(merged['gates'], remove['gates'], place);
  const before = Array.isArray(merged['overlays']) ? (merged['overlays'] as unknown[]) : [];
  return { ...merged, steps, gates, overlays: [...before, given['name'] ?? place] };
}

function mergePlain(base: Plain, over: Plain): Plain {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = mergeValue(base[key], value);
  return merged;
}

function mergeValue(base: unknown, over: unknown): unknown {
  if (isPlain(base) && isPlain(over)) return mergePlain(base, over);
  return isThings(base) && isThings(over) ? mergeThings(base, over) : over;
}

function mergeThings(base: readonly Plain[], over: readonly Plain[]): Plain[] {
  const changed = base.map((thing) => {
    const change = over.find((each) => each['id'] === thing['id']);
    return change ? mergePlain(thing, change) : thing;
  });
  return [...changed, ...over.filter((thing) => !base.some((each) => each['id'] === thing['id']))];
}

function without(things: unknown, ids: unknown, place: string): unknown {
  if (ids === undefined) return things;
  const wanted: unknown[] = Array.isArray(ids) ? ids : [ids];
  const known = isThings(things) ? things : [];
  const strange = wanted.filter((id) => !known.some((thing) => thing['id'] === id));
  if (strange.length > 0) throw definitionInvalid(place, strange.map((id) => `没有可以删去的 ${String(id)}`)); // prettier-ignore
  return known.filter((thing) => !wanted.includes(thing['id']));
}

function isThings(value: unknown): value is Plain[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => isPlain(each) && 'id' in each);
}
