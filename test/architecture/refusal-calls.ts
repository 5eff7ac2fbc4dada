import ts from 'typescript';
import type { Channel, FoundRefusals, Refusal } from './refusal.js';
import { sentencesOf } from './sentence-text.js';
import { nodesOf } from './source-file.js';

/** The three things a refusal is made of, as they stand in the source. */
type Making = readonly [channel: ts.Expression | Channel, code: ts.Expression, sentence: ts.Expression];

/**
 * Reads every refusal of one file: `new DomainError(…)` said outright, through a helper of the same file, or through a
 * table of codes; `new UsageError(…)`; and the documents the platform makes of its own (problems, a stop of the service).
 */
export function refusalsOf(where: string, tree: ts.SourceFile): FoundRefusals {
  const found: FoundRefusals = { refusals: [], unreadable: [] };
  for (const node of nodesOf(tree)) {
    const making = makingOf(node, where);
    if (!making) continue;
    const refusals = readable(making, where) ?? throughHelper(making, where) ?? throughTable(making, where);
    if (refusals) found.refusals.push(...refusals);
    else if (!passesOn(making)) found.unreadable.push(`${where}: ${node.getText().replace(/\s+/g, ' ')}`);
  }
  return found;
}

function makingOf(node: ts.Node, where: string): Making | null {
  if (ts.isNewExpression(node)) return newRefusal(node);
  if (ts.isCallExpression(node)) return where.endsWith('problem.filter.ts') ? ownDocument(node) : null;
  if (!ts.isObjectLiteralExpression(node) || !where.startsWith('src/platform/')) return null;
  const [code, message] = [propertyOf(node, 'code'), propertyOf(node, 'message')];
  return code && ts.isStringLiteral(code) && message ? ['STOP', code, message] : null;
}

function newRefusal({ expression, arguments: given }: ts.NewExpression): Making | null {
  const [first, second, third] = given ?? [];
  const name = expression.getText();
  if (name === 'DomainError' && first && second && third) return [first, second, third];
  if (name === 'UsageError' && first) return ['USAGE', ts.factory.createStringLiteral('USAGE'), first];
  return null;
}

/** `document(404, 'NO_SUCH_ADDRESS', '…')`: what the platform says of errors that are not refusals. */
function ownDocument({ expression, arguments: [status, code, title] }: ts.CallExpression): Making | null {
  if (expression.getText() !== 'document' || !status || !code || !title) return null;
  if (!ts.isStringLiteral(code)) return null;
  return [`HTTP ${ts.isNumericLiteral(status) ? status.text : '4xx'}`, code, title];
}

function propertyOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | null {
  const property = node.properties.find((one) => one.name?.getText() === name);
  return property && ts.isPropertyAssignment(property) ? property.initializer : null;
}

function readable([channel, code, sentence]: Making, where: string): Refusal[] | null {
  const kind = typeof channel === 'string' ? channel : textOf(channel);
  const name = textOf(code);
  const sentences = sentencesOf(sentence);
  if (kind === null || name === null || !sentences) return null;
  return sentences.map((text) => ({ channel: kind as Channel, code: name, sentence: text, where }));
}

const textOf = (node: ts.Expression): string | null => (ts.isStringLiteralLike(node) ? node.text : null);

/** `refused('CODE', '…')` in a file whose function `refused` makes the error from its parameters. */
function throughHelper(making: Making, where: string): Refusal[] | null {
  const helper = functionAround(making[1]);
  const name = helper?.name?.getText();
  if (!helper || !name) return null;
  const places = making.map((part) =>
    typeof part === 'string'
      ? -1
      : helper.parameters.findIndex((parameter) => parameter.name.getText() === part.getText()),
  );
  if (places[1] === -1 || places[2] === -1) return null;
  const calls = [...nodesOf(helper.getSourceFile())].filter(
    (node): node is ts.CallExpression => ts.isCallExpression(node) && node.expression.getText() === name,
  );
  const refusals = calls.map((call) => {
    const [kind, code, sentence] = making.map((part, at) => call.arguments[places[at]!] ?? part);
    return readable([kind, code, sentence] as unknown as Making, where);
  });
  return refusals.length > 0 && refusals.every((one) => one !== null) ? refusals.flat() : null;
}

function functionAround(node: ts.Node): ts.FunctionDeclaration | null {
  for (let at: ts.Node | undefined = node; at; at = at.parent) if (ts.isFunctionDeclaration(at)) return at;
  return null;
}

/** `SENTENCES[code]`, or `[kind, sentence]` taken from such a table: one refusal for each of its entries. */
function throughTable([channel, code, sentence]: Making, where: string): Refusal[] | null {
  if (!ts.isIdentifier(code)) return null;
  const lookup = ts.isElementAccessExpression(sentence) ? sentence : boundLookup(sentence);
  if (!lookup || lookup.argumentExpression.getText() !== code.text) return null;
  const table = tableOf(lookup.getSourceFile(), lookup.expression.getText());
  const refusals = table?.map(([name, value]) => {
    const [kind, text] = ts.isArrayLiteralExpression(value) ? value.elements : [channel, value];
    return readable([kind, name, text] as unknown as Making, where);
  });
  return refusals?.every((one) => one !== null) ? refusals.flat() : null;
}

/** `const [kind, sentence] = TABLE[code]`: the lookup a name comes from. */
function boundLookup(name: ts.Expression): ts.ElementAccessExpression | null {
  for (const node of nodesOf(name.getSourceFile())) {
    if (!ts.isVariableDeclaration(node) || !node.initializer) continue;
    const binds = ts.isArrayBindingPattern(node.name) && node.name.elements.some(isNamed(name.getText()));
    if (binds && ts.isElementAccessExpression(node.initializer)) return node.initializer;
  }
  return null;
}

const isNamed = (name: string) => (element: ts.Node) => element.getText() === name;

function tableOf(tree: ts.SourceFile, name: string): [ts.Expression, ts.Expression][] | null {
  for (const node of nodesOf(tree)) {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== name || !node.initializer) continue;
    let value = node.initializer;
    while (ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) value = value.expression;
    if (!ts.isObjectLiteralExpression(value)) return null;
    return value.properties
      .filter(ts.isPropertyAssignment)
      .map((entry) => [ts.factory.createStringLiteral(entry.name.getText()), entry.initializer]);
  }
  return null;
}

/** A refusal that is told again with its own code (`refusal.code`) was read where it was made. */
const passesOn = ([, code]: Making): boolean =>
  ts.isPropertyAccessExpression(code) && code.name.text === 'code';
