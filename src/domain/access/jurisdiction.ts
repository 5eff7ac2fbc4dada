/** Kinds of departments that are a jurisdiction (辖区) of their own: its office sees what lies in and below it. */
export const JURISDICTION_KINDS = ['PROVINCE', 'CITY', 'DISTRICT'] as const;

/** The jurisdiction of an installation whose tree names none: everything lies in it. */
export const WHOLE_INSTALLATION = '/';

/** True for the kinds that make a node of the tree a jurisdiction. */
export function isJurisdictionKind(kind: string): boolean {
  return (JURISDICTION_KINDS as readonly string[]).includes(kind);
}

/**
 * The jurisdiction that a department lies in: the path of the nearest jurisdiction it is or is below, `/` with none.
 * Takes the department's path and the paths of all jurisdictions.
 */
export function jurisdictionOf(path: string, jurisdictions: readonly string[]): string {
  return jurisdictions
    .filter((candidate) => liesWithin(path, candidate))
    .reduce((nearest, next) => (next.length > nearest.length ? next : nearest), WHOLE_INSTALLATION);
}

/** True when a path is that of a node or of something below it. Paths end in `/`, so `/A/` is not above `/AB/`. */
export function liesWithin(path: string, node: string): boolean {
  return path.startsWith(node);
}
