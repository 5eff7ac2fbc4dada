import { describe, expect, it, beforeAll } from '@jest/globals';
import { BAN_PLANTS } from './ban-plants.js';
import { readSources, readWebSources } from './read-sources.js';
import { ROUTE_RULES } from './route-rules.js';
import { findBreaches, type Finding } from './source-file.js';
import { SYNTAX_RULES } from './syntax-rules.js';
import { writesOnlyInStores } from './write-rule.js';

const RULES = [...SYNTAX_RULES, ...ROUTE_RULES, writesOnlyInStores];

/** Lines of a plant that must be reported. */
const markedLines = (text: string): number[] =>
  text.split('\n').flatMap((line, place) => (line.endsWith('// !') ? [place + 1] : []));

describe('bans the linter lacks', () => {
  const [onThePage, elsewhere] = [true, false].map((isOnThePage) =>
    BAN_PLANTS.filter(({ path }) => path.startsWith('web/src/') === isOnThePage).map(({ path, text }) => [
      path,
      text,
    ]),
  ) as [[string, string][], [string, string][]];
  const planted = Object.fromEntries([...onThePage, ...elsewhere]);
  let findings: Finding[];

  beforeAll(() => {
    findings = [
      ...findBreaches(RULES, readSources(Object.fromEntries(elsewhere))),
      ...findBreaches(SYNTAX_RULES, readWebSources(Object.fromEntries(onThePage))),
    ];
  }, 120_000);

  it.each(BAN_PLANTS.map((plant) => [plant.rule, plant.path, plant] as const))(
    '%s bites in %s, and only where it should',
    (rule, path, { text }) => {
      const here = findings.filter((finding) => finding.file === path);
      const lines = here.filter((finding) => finding.rule === rule).map((finding) => finding.line);
      expect([...new Set(lines)]).toEqual(markedLines(text));
    },
  );

  it('all have a plant', () => {
    const untested = RULES.filter((rule) => !BAN_PLANTS.some((plant) => plant.rule === rule.name));
    expect(untested.map((rule) => rule.name)).toEqual([]);
  });

  it('hold in the product and its tests', () => {
    const real = findings.filter((finding) => !(finding.file in planted));
    expect(real.map(({ rule, file, line, text }) => `${rule}: ${file}:${line} ${text}`)).toEqual([]);
  });
});
