const repeat = (count: number, line: (place: number) => string): string =>
  Array.from({ length: count }, (_, place) => line(place)).join('\n');

const PROMISE = `declare function send(): Promise<void>;`;

/** For each rule that .oxlintrc.json names, a file that breaks it. */
export const LINT_PLANTS: Readonly<Record<string, string>> = {
  'typescript(no-floating-promises)': `${PROMISE} send();`,
  'typescript(no-misused-promises)': `${PROMISE} [1].forEach(async () => { await send(); });`,
  'typescript(switch-exhaustiveness-check)': `
    export function word(light: 'RED' | 'GREEN'): string {
      switch (light) { case 'RED': return '红灯'; }
      return '';
    }`,
  'typescript(require-array-sort-compare)': `export const sorted = [10, 9].sort();`,
  'typescript(no-explicit-any)': `export const thing = (value: any): unknown => value;`,
  'typescript(return-await)': `${PROMISE}
    export async function deed(): Promise<void> { try { return send(); } catch (error) { throw error; } }`,
  'typescript(only-throw-error)': `export function fail(): never { throw '不行'; }`,
  'typescript(prefer-promise-reject-errors)': `export const failed = Promise.reject('不行');`,
  'typescript(no-deprecated)': `
    /** @deprecated use the other one */
    declare function old(): void;
    old();`,
  'typescript(await-thenable)': `export async function wait(): Promise<void> { await 1; }`,
  'typescript(restrict-template-expressions)': `declare const thing: { id: string }; export const text = \`\${thing}\`;`,
  'eslint(max-lines)': repeat(251, (place) => `export const line${place} = ${place};`),
  'eslint(max-lines-per-function)': `export function long(): void {\n${repeat(61, (n) => `  JSON.stringify(${n});`)}\n}`,
  'eslint(max-params)': `
    export class Crowded {
      constructor(readonly a: 1, readonly b: 1, readonly c: 1, readonly d: 1, readonly e: 1, readonly f: 1, readonly g: 1) {}
    }`,
  'eslint(complexity)': `export function pick(n: number): number {\n${repeat(10, (n) => `  if (n === ${n}) return ${n * 2};`)}\n  return n;\n}`,
  'eslint(eqeqeq)': `export const same = (a: unknown, b: unknown): boolean => a == b;`,
  'eslint(no-console)': `console.log('到了');`,
  'eslint(no-var)': `export var thing = 1;`,
  'eslint(prefer-const)': `let thing = 1; export const twice = thing * 2;`,
  'eslint(no-empty)': `export function swallow(): void { try { JSON.parse('{'); } catch {} }`,
  'eslint(no-else-return)': `export const f = (a: boolean): number => { if (a) { return 1; } else { return 2; } };`,
  'import(no-default-export)': `export default 1;`,
  'import(no-duplicates)': `
    import { sep } from 'node:path'; import { join } from 'node:path'; export const both = [sep, join];`,
  'jest(expect-expect)': `
    import { it } from '@jest/globals';
    it('holds whatever the product does', () => { JSON.stringify(1); });`,
  'jest(valid-title)': `
    import { expect, it } from '@jest/globals';
    it('', () => { expect([1].length).toBe(1); });`,
  'unicorn(prefer-node-protocol)': `import { sep } from 'path'; export const here = sep;`,
  'unicorn(no-instanceof-array)': `export const isList = (value: unknown): boolean => value instanceof Array;`,
};

/** For rules that hold for the page in their own measure, or for nothing else, a component that breaks them. */
export const PAGE_PLANTS: Readonly<Record<string, string>> = {
  'eslint(max-lines-per-function)': `export function Long(): unknown {\n  return <p>\n${repeat(100, () => '    <br />')}\n  </p>;\n}`,
  'jsx-a11y(alt-text)': `export const Seal = () => <img src="/seal.png" />;`,
  'react(jsx-key)': `export const Rows = () => [1, 2].map((row) => <b>{row}</b>);`,
};

/** Two files that import one another; the circle shows in both. */
export const RING: Readonly<Record<string, string>> = {
  'ring-one.ts': `import { two } from './ring-two.js'; export const one = (): number => two() + 1;`,
  'ring-two.ts': `import { one } from './ring-one.js'; export const two = (): number => one() + 1;`,
};
