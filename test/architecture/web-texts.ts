import ts from 'typescript';
import { nodesOf } from './source-file.js';

/** A file of texts: keys in groups, down to sentences. */
export interface Texts {
  [key: string]: string | Texts;
}

/** All keys of a file of texts, `group.key`. */
export function keysOf(texts: Texts, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`),
  );
}

/** Keys that one language has and the other lacks. */
export function unmatchedKeys(chinese: Texts, english: Texts): string[] {
  const here = new Set(keysOf(chinese));
  const there = new Set(keysOf(english));
  return [...here].filter((key) => !there.has(key)).concat([...there].filter((key) => !here.has(key)));
}

/** The places `{{…}}` that a sentence fills in must be the same in both languages. */
export function unmatchedPlaces(chinese: Texts, english: Texts): string[] {
  return keysOf(chinese).filter((key) => placesOf(at(chinese, key)) !== placesOf(at(english, key)));
}

/** Keys a source asks for by `t('…')` in the namespace of its `useTranslation('…')`, as `namespace:key`. */
export function askedKeys(tree: ts.SourceFile): string[] {
  const calls = [...nodesOf(tree)].filter(ts.isCallExpression);
  const namespaces = calls
    .filter((call) => call.expression.getText() === 'useTranslation')
    .map(firstText)
    .filter((text) => text !== null);
  const [namespace] = namespaces;
  if (namespace === undefined) return [];
  return calls
    .filter((call) => call.expression.getText() === 't')
    .map(firstText)
    .filter((key) => key !== null)
    .map((key) => `${namespace}:${key}`);
}

function firstText(call: ts.CallExpression): string | null {
  const [first] = call.arguments;
  return first && ts.isStringLiteralLike(first) ? first.text : null;
}

function at(texts: Texts, key: string): string {
  const found = key
    .split('.')
    .reduce<string | Texts | undefined>(
      (part, name) => (typeof part === 'object' ? part[name] : undefined),
      texts,
    );
  return typeof found === 'string' ? found : '';
}

function placesOf(sentence: string): string {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([place]) => place)
    .sort((one, other) => one.localeCompare(other))
    .join();
}
