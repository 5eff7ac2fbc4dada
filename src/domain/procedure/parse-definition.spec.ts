import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { layOverlay } from './lay-overlay.js';
import { parseDefinition } from './parse-definition.js';
import { citation } from './names.js';

const plainOf = (file: string) =>
  parse(readFileSync(`config/procedures/${file}`, 'utf8'), { strict: true }) as Record<string, unknown>;

/** A small sound definition that each example spoils in one place. */
const small = () => ({
  id: 'small',
  name: '小程序',
  version: 1,
  source: '小办法',
  milestones: { decided: 'B', finished: 'B' },
  substantiveChange: { fallBackTo: 'A', article: '第一条' },
  returns: { step: 'A', clock: 'RESTART', article: '第一条' },
  sides: { suspend: '第一条', adjust: '第一条', terminate: '第一条' },
  steps: [step('A'), step('B', { after: ['A'] })],
  gates: [] as object[],
});

const step = (id: string, more: object = {}) => ({
  id,
  name: `环节${id}`,
  article: '第一条',
  by: 'OFFICE',
  role: '区司法局',
  ...more,
});

const gate = (more: object) => ({
  id: 'X',
  name: '要求',
  article: '第二条',
  force: 'HARD',
  guards: ['B'],
  rule: { kind: 'SETTLED', steps: ['A'] },
  ...more,
});

function faultsOf(value: unknown): string[] {
  try {
    parseDefinition(value, 'small.yaml');
  } catch (error) {
    expect(error).toMatchObject({ kind: 'INVALID', code: 'PROCEDURE_DEFINITION_INVALID' });
    return (error as { details: { faults: string[] } }).details.faults;
  }
  return [];
}

describe('a definition is checked before it is used', () => {
  it('takes a sound one', () => {
    expect(faultsOf(small())).toEqual([]);
    expect(parseDefinition(small(), 'small.yaml').steps.map(({ after }) => after)).toEqual([[], ['A']]);
  });

  it('names a step without a name and the place it stands at', () => {
    expect(faultsOf({ ...small(), steps: [step('A', { name: '' }), step('B', { after: ['A'] })] })).toEqual([
      'small.yaml的 steps A：缺少“name”',
    ]);
  });

  it('names a circle in its order, and what hangs on it as unreachable', () => {
    const steps = [
      step('A'),
      step('B', { after: ['C'] }),
      step('C', { after: ['B'] }),
      step('D', { after: ['C'] }),
    ];
    expect(faultsOf({ ...small(), steps })).toEqual(['环节先后顺序成环：B → C → B', '环节 D 无法到达']);
  });

  it('names a step that waits for what does not exist', () => {
    const steps = [step('A'), step('B', { after: ['Z'] })];
    expect(faultsOf({ ...small(), steps })).toEqual([
      '环节 B 的 after 指向不存在的环节 Z',
      '环节 B 无法到达',
    ]);
  });

  it('names a gate of a kind the engine does not know', () => {
    expect(faultsOf({ ...small(), gates: [gate({ rule: { kind: 'MAGIC' } })] })[0]).toContain(
      'small.yaml的 gates X的 rule：“kind”应为 PASSED_ON_DRAFT',
    );
  });

  it('names a gate before or about what does not exist, and an exception from a hard one', () => {
    expect(
      faultsOf({
        ...small(),
        gates: [
          gate({ guards: ['Y'], rule: { kind: 'FIELDS', step: 'A', fields: ['none'] }, override: {} }),
          gate({ id: 'W', rule: { kind: 'FIELD_IN', step: 'B', field: 'f', values: ['v'] } }),
        ],
      }),
    ).toEqual([
      'small.yaml的 gates X：强制要求不得设例外',
      '程序要求 X 把守不存在的环节 Y',
      '程序要求 X 指向环节 A 没有的登记事项 none',
      '程序要求 W 指向环节 B 没有的登记事项 f',
    ]);
  });

  it('names a misspelt key instead of losing it', () => {
    expect(
      faultsOf({ ...small(), steps: [step('A', { optionl: true }), step('B', { after: ['A'] })] }),
    ).toEqual(['small.yaml的 steps A：不认识的“optionl”']);
  });
});

describe('the definitions of config/procedures', () => {
  const base = plainOf('major-decision.yaml');
  const tianjin = layOverlay(base, plainOf('major-decision.tianjin.yaml'), 'tianjin');
  const district = layOverlay(tianjin, plainOf('major-decision.district.yaml'), 'district');

  it('are sound, with and without the local overlays', () => {
    for (const value of [base, tianjin, district, plainOf('normative-document.yaml')])
      expect(parseDefinition(value, 'file').steps.length).toBeGreaterThan(5);
  });

  it('an overlay changes a step by its id and adds what is new (卷宗 30 日 → 本区 10 日)', () => {
    const dossier = (value: unknown) => parseDefinition(value, 'x').steps.find(({ id }) => id === 'DOSSIER');
    expect(dossier(base)).toBeUndefined();
    expect(dossier(tianjin)?.due).toMatchObject({ count: 30, unit: 'CALENDAR' });
    expect(dossier(district)).toMatchObject({ name: '向区司法局报送决策卷宗', due: { count: 10 } });
    expect(parseDefinition(district, 'x').overlays).toEqual(['天津市', '本区']);
  });

  it('an overlay takes away what local rules do not have, and only what is there', () => {
    const cut = layOverlay(base, { remove: { gates: ['G4'] } }, 'cut');
    expect(parseDefinition(cut, 'cut').gates.some(({ id }) => id === 'G4')).toBe(false);
    expect(() => layOverlay(base, { remove: { gates: ['G99'] } }, 'cut')).toThrow(
      expect.objectContaining({ code: 'PROCEDURE_DEFINITION_INVALID' }),
    );
  });

  it('an article is cited with its rule, unless it names one itself', () => {
    const definition = parseDefinition(base, 'x');
    expect(citation(definition, '第三十条')).toBe('《重大行政决策程序暂行条例》第三十条');
    expect(citation(definition, '津政办发〔2022〕24号')).toBe('津政办发〔2022〕24号');
  });
});
