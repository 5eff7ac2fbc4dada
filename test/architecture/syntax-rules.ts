import ts from 'typescript';
import {
  commentsOf,
  isPage,
  isProduct,
  isSpec,
  nodesOf,
  type SourceRule,
  type SourceText,
} from './source-file.js';

const everywhere = (): boolean => true;

/** A rule that looks at one node at a time. */
function nodeRule(
  name: string,
  appliesTo: (path: string) => boolean,
  breaks: (node: ts.Node, source: SourceText) => boolean,
): SourceRule<SourceText> {
  return {
    name,
    appliesTo,
    *breaches(source) {
      for (const node of nodesOf(source.tree)) if (breaks(node, source)) yield node;
    },
  };
}

const member = (node: ts.Node): string | null =>
  ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)
    ? `${node.expression.text}.${node.name.text}`
    : null;

/** Files that others import by their default: a tool's settings, and what takes the place of another package's file. */
const STAND_INS = new Set(['web/vite.config.ts', 'web/src/lib/scroll-lock.ts']);
const CLOCK_READINGS = new Set(['Date.now', 'performance.now', 'process.hrtime', 'Temporal.Now']);
const SKIPPED = new Set([
  'it.skip',
  'it.only',
  'it.todo',
  'it.failing',
  'test.skip',
  'test.only',
  'test.todo',
]);
const SKIPPED_GROUPS = new Set(['describe.skip', 'describe.only']);
const SKIPPING_NAMES = new Set(['xit', 'fit', 'xtest', 'xdescribe', 'fdescribe']);
const MODULE_MOCKS = new Set(['jest.mock', 'jest.doMock', 'jest.unstable_mockModule', 'jest.setMock']);

/** Switches and decorators of our libraries that lose data silently, as was measured; nobody may turn them on. */
const TRAPS = new Set([
  'enableImplicitConversion',
  'synchronize',
  'dropSchema',
  'VersionColumn',
  'CreateDateColumn',
  'UpdateDateColumn',
  'upsertJobScheduler',
]);

/** A reader is a feature's door, so it alone may pass on types of its own folder. */
function passesOn({ moduleSpecifier, isTypeOnly }: ts.ExportDeclaration, path: string): boolean {
  if (!moduleSpecifier) return false;
  const isAtTheDoor = path.endsWith('.reader.ts') && textOf(moduleSpecifier).startsWith('./');
  return !(isAtTheDoor && isTypeOnly);
}

const hasModifier = (node: ts.Node, kind: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind);

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return hasModifier(node, ts.SyntaxKind.DefaultKeyword);
}

/** `new Date()` reads the clock; `new Date(2023, 5, 1)` reads the time zone of the process. */
function readsClock(node: ts.Node): boolean {
  if (CLOCK_READINGS.has(member(node) ?? '')) return true;
  const isDate =
    ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Date';
  return isDate && node.arguments?.length !== 1;
}

function readsEnvironment(node: ts.Node): boolean {
  const importsIt = ts.isImportDeclaration(node) && /^(node:)?process$/.test(textOf(node.moduleSpecifier));
  return importsIt || member(node) === 'process.env' || member(node) === 'globalThis.process';
}

const textOf = (node: ts.Node): string => (ts.isStringLiteral(node) ? node.text : '');

/** The places where a suite is left out: a machine without the program it needs says so there, and CI has it. */
const LEAVES_OUT = new Set([
  'test/web/support/describe-in-browser.ts',
  'test/support/on-debian-postgres.ts',
  'test/support/docker-compose.ts',
]);

function isSkippedTest(node: ts.Node, { path }: SourceText): boolean {
  const name = member(node) ?? '';
  if (name === 'describe.skip' && LEAVES_OUT.has(path)) return false;
  const isBareName =
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && SKIPPING_NAMES.has(node.expression.text);
  return isBareName || SKIPPED.has(name) || SKIPPED_GROUPS.has(name);
}

/** `expect(true)` and the like hold whatever the product does. */
function expectsConstant(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false;
  const first = node.arguments[0];
  if (node.expression.text !== 'expect' || !first) return false;
  return (
    ts.isLiteralExpression(first) ||
    first.kind === ts.SyntaxKind.TrueKeyword ||
    first.kind === ts.SyntaxKind.FalseKeyword
  );
}

/** A word used as a value or type of the program, not as text. `synchronize: false` is the good case. */
function stepsIntoTrap(node: ts.Node): boolean {
  if (!ts.isIdentifier(node) || !TRAPS.has(node.text)) return false;
  const { parent } = node;
  return !(ts.isPropertyAssignment(parent) && parent.initializer.kind === ts.SyntaxKind.FalseKeyword);
}

function commentRule(name: string, breaks: (text: string) => boolean): SourceRule<SourceText> {
  return {
    name,
    appliesTo: everywhere,
    breaches: ({ tree }) => commentsOf(tree).filter(({ text }) => breaks(text)),
  };
}

const SUPPRESSION = /(eslint|oxlint)-disable|@ts-(ignore|nocheck|expect-error)/;
const REASONED = /(eslint|oxlint)-disable[^\n]* -- \S|@ts-expect-error\s+\S/;

/** Files with decorators are left out: a decorated constructor needs the class at run time. */
const typeImports: SourceRule<SourceText> = {
  name: 'types-are-imported-as-types',
  appliesTo: everywhere,
  *breaches({ tree }) {
    const nodes = [...nodesOf(tree)];
    if (nodes.some(ts.isDecorator)) return;
    const used = new Set(nodes.filter(isValueUse).map((node) => (node as ts.Identifier).text));
    for (const node of tree.statements) {
      const names = ts.isImportDeclaration(node) ? valueNamesOf(node) : [];
      if (names.length > 0 && names.every((name) => !used.has(name))) yield node;
    }
  },
};

function valueNamesOf({ importClause }: ts.ImportDeclaration): string[] {
  if (!importClause || importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const bindings = importClause.namedBindings;
  const named =
    bindings && ts.isNamedImports(bindings) ? bindings.elements.filter((one) => !one.isTypeOnly) : [];
  const whole = bindings && ts.isNamespaceImport(bindings) ? [bindings.name.text] : [];
  return [
    ...(importClause.name ? [importClause.name.text] : []),
    ...whole,
    ...named.map((one) => one.name.text),
  ];
}

function isValueUse(node: ts.Node): boolean {
  if (!ts.isIdentifier(node) || ts.isPartOfTypeNode(node)) return false;
  const { parent } = node;
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent)) return false;
  if (ts.isQualifiedName(parent) && !ts.isTypeQueryNode(parent.parent)) return false;
  return !(ts.isPropertyAccessExpression(parent) && parent.name === node);
}

/** Words of the page stand in texts/zh-CN.json, so that the second language is complete and one person can look them over. */
function saysChinese(node: ts.Node): boolean {
  const isText =
    ts.isStringLiteralLike(node) ||
    ts.isJsxText(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node);
  return isText && /\p{Script=Han}/u.test(node.text);
}

/** A class that is injected above its own definition breaks the start, and the compiler does not see it. */
const oneInjectedClass: SourceRule<SourceText> = {
  name: 'one-injected-class-per-file',
  appliesTo: isProduct,
  *breaches({ tree }) {
    yield* [...nodesOf(tree)].filter(isInjected).slice(1);
  },
};

const INJECTED = new Set(['Injectable', 'Controller', 'Catch']);

function isInjected(node: ts.Node): boolean {
  if (!ts.isClassDeclaration(node)) return false;
  return (ts.getDecorators(node) ?? []).some(
    ({ expression }) => ts.isCallExpression(expression) && INJECTED.has(expression.expression.getText()),
  );
}

/** Rules that need only the text of a file. */
export const SYNTAX_RULES: readonly SourceRule<SourceText>[] = [
  nodeRule(
    'no-clock',
    (path) => isPage(path) || (isProduct(path) && !path.startsWith('src/platform/clock/')),
    readsClock,
  ),
  nodeRule('texts-stand-in-their-files', isPage, saysChinese),
  nodeRule(
    'no-environment',
    (path) => isProduct(path) && !path.startsWith('src/platform/config/'),
    readsEnvironment,
  ),
  nodeRule('no-default-export', (path) => !STAND_INS.has(path), isDefaultExport),
  nodeRule(
    'no-barrel',
    everywhere,
    (node, { path }) =>
      (ts.isExportDeclaration(node) && passesOn(node, path)) ||
      (ts.isSourceFile(node) && /(^|\/)index\.ts$/.test(path)),
  ),
  nodeRule('no-forward-reference', isProduct, (node) => ts.isIdentifier(node) && node.text === 'forwardRef'),
  nodeRule('no-trap', isProduct, stepsIntoTrap),
  nodeRule('no-skipped-test', (path) => isSpec(path) || path.startsWith('test/'), isSkippedTest),
  nodeRule('no-constant-expectation', (path) => isSpec(path) || path.startsWith('test/'), expectsConstant),
  nodeRule('no-module-mock', everywhere, (node) => MODULE_MOCKS.has(member(node) ?? '')),
  commentRule(
    'no-todo-without-issue',
    (text) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text) && !/\bTODO\(#\d+\)/.test(text),
  ),
  commentRule('no-bare-suppression', (text) => SUPPRESSION.test(text) && !REASONED.test(text)),
  typeImports,
  oneInjectedClass,
];
