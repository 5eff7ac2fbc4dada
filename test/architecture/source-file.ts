import ts from 'typescript';

/** One breach of a rule of the house, at a place. */
export interface Finding {
  rule: string;
  file: string;
  line: number;
  text: string;
}

/** A file under check: its path from the top folder and its syntax tree. */
export interface SourceText {
  path: string;
  tree: ts.SourceFile;
}

/** The same with the types behind it. */
export interface Source extends SourceText {
  types: ts.TypeChecker;
}

/** A rule of the house that the linter cannot say: which files it is about, and the nodes that break it. */
export interface SourceRule<Read extends SourceText = Source> {
  name: string;
  appliesTo(path: string): boolean;
  breaches(source: Read): Iterable<ts.Node | { pos: number }>;
}

export const isSpec = (path: string): boolean => path.endsWith('.spec.ts');
/** Files of the page that reach the browser. */
export const isPage = (path: string): boolean => path.startsWith('web/src/') && !isSpec(path);
export const isProduct = (path: string): boolean => path.startsWith('src/') && !isSpec(path);

/** Every node of a tree, in reading order. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

/** Every comment of a file with its place, each once. */
export function commentsOf(tree: ts.SourceFile): { pos: number; text: string }[] {
  const found = new Map<number, string>();
  const look = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(tree.text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(tree.text, node.getEnd()) ?? []),
    ];
    for (const range of ranges) found.set(range.pos, tree.text.slice(range.pos, range.end));
    node.getChildren(tree).forEach(look);
  };
  look(tree);
  return [...found].map(([pos, text]) => ({ pos, text }));
}

/** Applies rules to files; gives the breaches with line numbers. */
export function findBreaches<Read extends SourceText>(
  rules: readonly SourceRule<Read>[],
  sources: readonly Read[],
): Finding[] {
  return sources.flatMap((source) =>
    rules
      .filter((rule) => rule.appliesTo(source.path))
      .flatMap((rule) => [...rule.breaches(source)].map((place) => findingAt(rule, source, place))),
  );
}

function findingAt(
  { name }: { name: string },
  { path, tree }: SourceText,
  place: ts.Node | { pos: number },
): Finding {
  const pos = 'getStart' in place ? place.getStart(tree) : place.pos;
  const { line } = tree.getLineAndCharacterOfPosition(pos);
  return { rule: name, file: path, line: line + 1, text: tree.text.split('\n')[line]!.trim() };
}
