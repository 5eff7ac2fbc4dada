import { periodInWords } from '../../domain/calendar/words.js';

/** A node or period with the words it is called by: periods kept by earlier versions have their code for a label. */
export function withLabel<Node extends { period: string; label: string }>(node: Node): Node {
  return node.label === node.period ? { ...node, label: periodInWords(node.period) } : node;
}
