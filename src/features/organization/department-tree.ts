import { isJurisdictionKind, jurisdictionOf } from '../../domain/access/jurisdiction.js';
import { departmentRing } from './organization.errors.js';

/** What places a department in the tree. */
export interface TreeNode {
  id: string;
  code: string;
  kind: string;
  parentId: string | null;
}

/** Where a department stands. */
export interface TreePlace {
  /** Codes from the root, `/HB/SFJ/`. */
  path: string;
  /** Path of the jurisdiction it lies in; `/` with none. */
  jurisdiction: string;
}

/** The place of every department by id. Refuses a ring (DEPARTMENT_RING). */
export function placesOf(nodes: readonly TreeNode[]): Map<string, TreePlace> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const paths = new Map(nodes.map((node) => [node.id, pathOf(node, byId)]));
  const jurisdictions = nodes
    .filter(({ kind }) => isJurisdictionKind(kind))
    .map(({ id }) => paths.get(id) as string);
  return new Map(
    [...paths].map(([id, path]) => [id, { path, jurisdiction: jurisdictionOf(path, jurisdictions) }]),
  );
}

function pathOf(node: TreeNode, byId: ReadonlyMap<string, TreeNode>): string {
  let path = `/${node.code}/`;
  let parent = byId.get(node.parentId ?? '');
  for (let depth = 0; parent; depth++) {
    if (depth > byId.size || parent.id === node.id) throw departmentRing(node.code);
    path = `/${parent.code}${path}`;
    parent = byId.get(parent.parentId ?? '');
  }
  return path;
}
