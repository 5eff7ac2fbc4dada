import { departmentRing } from './organization.errors.js';

/** What places a department in the tree. */
export interface TreeNode {
  id: string;
  code: string;
  parentId: string | null;
}

/** The path of every department by id: codes from the root, `/HB/SFJ/`. Refuses a ring (DEPARTMENT_RING). */
export function pathsOf(nodes: readonly TreeNode[]): Map<string, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return new Map(nodes.map((node) => [node.id, pathOf(node, byId)]));
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
