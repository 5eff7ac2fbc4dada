import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { refusalsOf } from './refusal-calls.js';
import type { FoundRefusals, Refusal } from './refusal.js';
import { isProduct, isSpec, nodesOf } from './source-file.js';

/** Texts by path from the top folder. */
export type Texts = Readonly<Record<string, string>>;

/** Everything of the product and of its tests, save this check and its plants, which name codes without testing them. */
export function readTexts(): Texts {
  const files = ['src', 'test'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .map((file) => join(top, file))
      .filter((file) => file.endsWith('.ts') && !file.startsWith('test/architecture/')),
  );
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(file, 'utf8')]));
}

const parsed = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

/** Every refusal of the product's files. */
export function collectRefusals(texts: Texts): FoundRefusals {
  const all = Object.entries(texts)
    .filter(([path]) => isProduct(path))
    .map(([path, text]) => refusalsOf(path, parsed(path, text)));
  return {
    refusals: all.flatMap((one) => one.refusals),
    unreadable: all.flatMap((one) => one.unreadable),
  };
}

/** Codes that are not UPPER_SNAKE. */
export function misspelt(refusals: readonly Refusal[]): string[] {
  return refusals.map(({ code }) => code).filter((code) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code));
}

/** Codes that mean two things: two sentences or two channels. USAGE says only that the command was used wrongly. */
export function ambiguous(refusals: readonly Refusal[]): string[] {
  const meanings = new Map<string, Set<string>>();
  for (const { code, channel, sentence } of refusals) {
    if (code === 'USAGE') continue;
    meanings.set(code, (meanings.get(code) ?? new Set()).add(`${channel} ${sentence}`));
  }
  return [...meanings].filter(([, said]) => said.size > 1).map(([code]) => code);
}

/** Sentences that are not Chinese, or not whole: each ends in 。 or in the sentence of another refusal. */
export function unofficial(refusals: readonly Refusal[]): string[] {
  return refusals
    .filter(({ sentence }) => sentence !== '{error.message}')
    .filter(({ sentence }) => !(/\p{Script=Han}/u.test(sentence) && /(。|\.message\})$/.test(sentence)))
    .map(({ code, sentence }) => `${code}: ${sentence}`);
}

/** Codes that no test expects; the title of a test alone does not count. */
export function untested(refusals: readonly Refusal[], texts: Texts): string[] {
  const expected = new Set<string>();
  for (const [path, text] of Object.entries(texts)) {
    if (isSpec(path) || path.startsWith('test/corpus/')) {
      for (const word of wordsExpected(parsed(path, text))) expected.add(word);
    }
  }
  return [...new Set(refusals.map(({ code }) => code))].filter((code) => !expected.has(code)).sort();
}

function wordsExpected(tree: ts.SourceFile): string[] {
  return [...nodesOf(tree)].flatMap((node) => expectationOf(node).match(/[A-Z][A-Z0-9_]+/g) ?? []);
}

/** What a node says of codes: a text that is no title, a pattern, or the key of a table of cases. */
function expectationOf(node: ts.Node): string {
  if (ts.isRegularExpressionLiteral(node)) return node.text;
  if (ts.isPropertyAssignment(node)) return ts.isIdentifier(node.name) ? node.name.text : '';
  const isText =
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  return isText && !isTitle(node) ? node.text : '';
}

const isTitle = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && /^(it|test|describe)\b/.test(parent.expression.getText());
