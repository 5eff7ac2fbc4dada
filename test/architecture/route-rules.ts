import ts from 'typescript';
import { isProduct, nodesOf, type Source, type SourceRule } from './source-file.js';

const VERBS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'All']);
const SHAPED = new Set(['Body', 'Query']);

const isController = (path: string): boolean => isProduct(path) && path.endsWith('.controller.ts');

/** The calls that decorate a node: `@Can('CLERK')` is a call of `Can`. */
function decorationsOf(node: ts.Node): ts.CallExpression[] {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  return decorators.map(({ expression }) => expression).filter(ts.isCallExpression);
}

const nameOf = ({ expression }: ts.CallExpression): string => expression.getText();

function controllerRule(name: string, breaks: (node: ts.Node, source: Source) => boolean): SourceRule {
  return {
    name,
    appliesTo: isController,
    *breaches(source) {
      for (const node of nodesOf(source.tree)) if (breaks(node, source)) yield node;
    },
  };
}

function isRouteForNobody(node: ts.Node): boolean {
  if (!ts.isMethodDeclaration(node)) return false;
  const names = decorationsOf(node).map(nameOf);
  return names.some((name) => VERBS.has(name)) && !names.includes('Can');
}

/** An interface or a plain object type is gone at run time, so whatever is sent would pass unvalidated. */
function isUnvalidated(node: ts.Node, { types }: Source): boolean {
  if (!ts.isParameter(node)) return false;
  const takesWhole = decorationsOf(node).some((one) => SHAPED.has(nameOf(one)) && one.arguments.length === 0);
  const symbol = types.getTypeAtLocation(node).getSymbol();
  return takesWhole && !(symbol && symbol.flags & ts.SymbolFlags.Class);
}

/** Rules about routes: who may call is said at each, what comes in is validated, nothing is decided there. */
export const ROUTE_RULES: readonly SourceRule[] = [
  controllerRule('routes-say-who-may-call', isRouteForNobody),
  controllerRule('requests-are-classes', isUnvalidated),
  controllerRule(
    'controllers-decide-nothing',
    (node) => ts.isIfStatement(node) || ts.isSwitchStatement(node),
  ),
];
