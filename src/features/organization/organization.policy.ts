import { jurisdictionOf, liesWithin, WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import { DomainError } from '../../domain/refusal.js';
import type { Actor } from '../../platform/auth/actor.js';

/** A person knows the departments of his jurisdiction and below it, and those above it on the way to the root. */
export function isKnownTo(actor: Actor, { path }: { path: string }): boolean {
  return liesWithin(path, actor.jurisdiction) || liesWithin(actor.jurisdiction, path);
}

/**
 * What names mean in a jurisdiction: its own departments, and the jurisdictions right below it, which a city assigns a
 * part by their name. The whole installation is everything.
 */
export function inJurisdiction<D extends { path: string; jurisdiction: string }>(
  departments: readonly D[],
  jurisdiction: string,
): D[] {
  if (jurisdiction === WHOLE_INSTALLATION) return [...departments];
  const below = new Set(rightBelow(departments, jurisdiction));
  return departments.filter((each) => each.jurisdiction === jurisdiction || below.has(each));
}

/** The jurisdictions right below one, as their nodes. */
export function rightBelow<D extends { path: string; jurisdiction: string }>(
  departments: readonly D[],
  jurisdiction: string,
): D[] {
  return departments.filter(
    ({ path, jurisdiction: own }) =>
      own === path && path !== jurisdiction && parentJurisdiction(path, departments) === jurisdiction,
  );
}

function parentJurisdiction(path: string, all: readonly { path: string; jurisdiction: string }[]): string {
  const nodes = all.filter((each) => each.jurisdiction === each.path && each.path !== path);
  return jurisdictionOf(
    path,
    nodes.map((each) => each.path),
  );
}

/** Refuses an office's change outside its own jurisdiction, as if there were no such department. */
export function keeps(actor: Actor, { jurisdiction, path }: { jurisdiction: string; path: string }): boolean {
  if (actor.jurisdiction === WHOLE_INSTALLATION) return true;
  return jurisdiction === actor.jurisdiction && path !== actor.jurisdiction;
}

/**
 * Departments, aliases, groups and posts are kept by 依法治区办 and by the system administrator, to whom they are the
 * system's settings; jobs and set-up count as the office. A post grants nothing: the security administrator gives accounts to it.
 */
export function requireKeeper(actor: Actor): void {
  if (['CLERK', 'DIRECTOR', 'SYSADMIN', 'SYSTEM'].includes(actor.role)) return;
  throw new DomainError(
    'FORBIDDEN',
    'ORGANIZATION_FORBIDDEN',
    '单位、别名、单位组和岗位由依法治区办和系统管理员维护，您的岗位只能查看。',
  );
}
