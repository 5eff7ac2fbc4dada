import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { lightLabels } from '../../src/domain/light/light.js';
import { Settings } from '../../src/platform/config/settings.js';

const read = (file: string): string => readFileSync(file, 'utf8');

/** Words that a text does not mention, each as a whole word. */
function unmentioned(words: readonly string[], text: string): string[] {
  return words.filter((word) => {
    const literal = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    return !new RegExp(`(^|[^\\w@/-])${literal}($|[^\\w/-])`, 'm').test(text);
  });
}

interface Package {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
}

const manifest = JSON.parse(read('package.json')) as Package;
const settings = ['settings', 'postgres-settings', 'operation-settings'].flatMap((file) =>
  [...read(`src/platform/config/${file}.ts`).matchAll(/^ {2}([A-Z_]+)\??:/gm)].map(([, name]) => name!),
);

describe('papers of the house', () => {
  it('would notice a word that is missing, also inside a longer one', () => {
    expect(unmentioned(['PORT', 'HOST'], 'REPORT and `HOST`')).toEqual(['PORT']);
  });

  it('name every setting, with its default', () => {
    const text = read('docs/configuration.md');
    expect(settings.length).toBeGreaterThan(10);
    expect(unmentioned(settings, text)).toEqual([]);
    const defaults = Object.entries(new Settings()) as [string, string | number][];
    const wrong = defaults.filter(
      ([name, value]) => !new RegExp(`\`${name}\`[^|]*\\|[^|]*\`${String(value)}\``).test(text),
    );
    expect(wrong).toEqual([]);
  });

  it("name every file of the office's customs", () => {
    const files = readdirSync('config').filter((file) => file.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(0);
    expect(unmentioned(files, read('docs/configuration.md'))).toEqual([]);
  });

  it('give the words of lights and rungs as the program shows them', () => {
    const glossary = read('docs/glossary.md');
    const rungs = [...read('config/escalation.yaml').matchAll(/\bid: (\w+)/g)].map(([, id]) => id!);
    expect(rungs.length).toBeGreaterThan(5);
    expect(unmentioned([...Object.keys(lightLabels), ...rungs], glossary)).toEqual([]);
    for (const label of Object.values(lightLabels)) expect(glossary).toContain(label);
  });

  it('say of every shipped package why it is here', () => {
    const adr = read('docs/adr/0009-dependencies.md').replaceAll('\\', '');
    const ownNames = Object.keys(manifest.dependencies).filter((name) => !name.startsWith('@nestjs/'));
    expect(unmentioned(ownNames, adr)).toEqual([]);
  });

  it('list every decision record in the index', () => {
    const records = readdirSync('docs/adr').filter((file) => /^\d{4}-/.test(file));
    expect(unmentioned(records, read('docs/adr/README.md'))).toEqual([]);
    for (const file of records) {
      const headings = [...read(`docs/adr/${file}`).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      expect([file, ...headings]).toEqual([file, 'Context', 'Decision', 'Consequences']);
    }
  });

  it('point only to files that exist', () => {
    const papers = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md'];
    const links = papers.flatMap((file) => [...read(file).matchAll(/\]\(([^)#:]+)\)/g)].map(([, to]) => to!));
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect(() => readdirOrRead(link)).not.toThrow();
  });

  it('tell what the scripts do that a newcomer is told to run', () => {
    const told = [...read('CONTRIBUTING.md').matchAll(/^\| `([a-z:]+)` /gm)].map(([, name]) => name!);
    expect(told.length).toBeGreaterThan(8);
    expect(told.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});

const readdirOrRead = (path: string): unknown => (path.endsWith('.md') ? read(path) : readdirSync(path));
