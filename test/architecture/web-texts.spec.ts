import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { readWebSources } from './read-sources.js';
import { askedKeys, keysOf, unmatchedKeys, unmatchedPlaces, type Texts } from './web-texts.js';

const FOLDERS = readdirSync('web/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('texts/zh-CN.json'))
  .map((file) => join('web/src', dirname(file)))
  .sort();

const textsOf = (folder: string, language: string): Texts =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Texts;

/** `web/src/features/ledger/texts` holds the namespace `ledger`. */
const namespaceOf = (folder: string): string => folder.split('/').at(-2)!;

describe('texts of the page', () => {
  const known = new Set(
    FOLDERS.flatMap((folder) =>
      keysOf(textsOf(folder, 'zh-CN')).map((key) => `${namespaceOf(folder)}:${key}`),
    ),
  );

  it.each(FOLDERS)('%s says the same things in both languages', (folder) => {
    expect(unmatchedKeys(textsOf(folder, 'zh-CN'), textsOf(folder, 'en'))).toEqual([]);
    expect(unmatchedPlaces(textsOf(folder, 'zh-CN'), textsOf(folder, 'en'))).toEqual([]);
  });

  it('exist for every key that a page asks for', () => {
    const asked = readWebSources({}).flatMap(({ path, tree }) =>
      askedKeys(tree).map((key) => ({ path, key })),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter(({ key }) => !known.has(key)).map(({ path, key }) => `${path}: ${key}`)).toEqual([]);
  });

  it('are there for every feature that has pages', () => {
    const features = readdirSync('web/src/features');
    expect(features.filter((feature) => !existsSync(`web/src/features/${feature}/texts/zh-CN.json`))).toEqual(
      [],
    );
  });
});

describe('the guards of texts bite', () => {
  it('on a key that one language lacks', () => {
    expect(unmatchedKeys({ a: { b: 'x', c: 'y' } }, { a: { b: 'x' }, d: 'z' })).toEqual(['a.c', 'd']);
  });

  it('on a place that one language does not fill in', () => {
    expect(unmatchedPlaces({ a: '{{day}}到期', b: '好' }, { a: 'due', b: 'good' })).toEqual(['a']);
  });

  it('on keys in calls of t, in the namespace of the file', () => {
    const text = `const { t } = useTranslation('ledger'); t('title'); t(\`word.\${light}\`); t('said', { day });`;
    const tree = ts.createSourceFile('x.tsx', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
    expect(askedKeys(tree)).toEqual(['ledger:title', 'ledger:said']);
  });
});
