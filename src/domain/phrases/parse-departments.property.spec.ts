import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { register2023 } from '../../../test/data/register-2023.js';
import type { DepartmentColumn } from './department-register.js';
import { compactText } from './department-text.js';
import { departmentTokens, parseDepartments } from './parse-departments.js';

const register = register2023();
const names = register.departments.flatMap(({ name, aliases }) => [
  name,
  ...aliases.map((alias) => alias.name),
]);
const groupNames = register.groups.flatMap((group) => group.names);
const codes = new Set(register.departments.map(({ code }) => code));

const WORDS = [
  '牵头',
  '配合',
  '负责',
  '按职责分工负责',
  '等',
  '等5家单位',
  '牵头单位：',
  '责任单位:',
  '31个',
  '各',
  '和',
  '及',
  '由',
];
const MARKS = ['、', '，', '；', '\n', ' ', '　', '（', '）', '(', ')', '/', '1.', '①', '：', '。', '-'];
const NOISE = [
  '市司法局',
  '普法科',
  '张三',
  '火星',
  '局',
  '区',
  'Ａ',
  '１３',
  '\u200b',
  '𠮷',
  '\ufffe',
  '高等',
];

const column = fc.constantFrom<DepartmentColumn>('LEAD', 'SUPPORT', 'RESPONSIBLE');
const patchwork = fc
  .array(fc.constantFrom(...names, ...groupNames, ...WORDS, ...MARKS, ...NOISE), { maxLength: 14 })
  .map((parts) => parts.join(''));
const anything = fc.oneof(
  patchwork,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
);

describe('every department list', () => {
  it('is read without a throw, and every code it gives is in the register', () => {
    fc.assert(
      fc.property(anything, column, fc.boolean(), (raw, inColumn, leadColumnExists) => {
        const list = parseDepartments(raw, inColumn, register, { leadColumnExists });
        const given = [...list.lead, ...list.support, ...(list.aka ?? []), ...(list.duplicates ?? [])];
        expect(given.filter((code) => !codes.has(code))).toEqual([]);
        expect(list.lead.filter((code) => list.support.includes(code))).toEqual([]);
        expect(new Set(list.lead).size + new Set(list.support).size).toBe(
          list.lead.length + list.support.length,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('loses nothing: each character is a name, a group, a word, a mark, a section or unresolved', () => {
    fc.assert(
      fc.property(anything, column, (raw, inColumn) => {
        const tokens = departmentTokens(raw, register);
        const list = parseDepartments(raw, inColumn, register);
        const said = [...list.lead, ...list.support, ...(list.aka ?? [])];
        expect(tokens.map(({ text }) => text).join('')).toBe(compactText(raw).text);
        for (const token of tokens) {
          if (token.kind === 'name') {
            const signboardOfItself = tokens.some(({ kind }) => kind === 'open');
            expect(said.includes(token.codes[0]!) || signboardOfItself).toBe(true);
          }
          if (token.kind === 'group') expect(list.groups).toContain(token.code);
          if (token.kind === 'section') expect(list.sections).toContain(token.text);
          if (token.kind === 'unknown') {
            expect([...list.unresolved.map(({ text }) => text), ...(list.sections ?? [])]).toContain(
              token.text,
            );
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every unit of a plain list, whatever separates them', () => {
    const picked = fc.uniqueArray(fc.constantFrom(...register.departments), { minLength: 1, maxLength: 12 });
    const spelled = picked.chain((units) =>
      fc.tuple(
        fc.constant(units),
        fc.tuple(...units.map(({ name, aliases }) => fc.constantFrom(name, ...aliases.map((a) => a.name)))),
        fc.array(fc.constantFrom('、', '，', '；', '\n', ' ', '和', '及', '/'), {
          minLength: 12,
          maxLength: 12,
        }),
      ),
    );
    fc.assert(
      fc.property(spelled, ([units, spellings, marks]) => {
        const raw = spellings
          .map((spelling, i) => spelling + (i < spellings.length - 1 ? marks[i]! : ''))
          .join('');
        const list = parseDepartments(raw, 'SUPPORT', register);
        expect(list).toEqual({
          lead: [],
          support: units.map(({ code }) => code),
          groups: [],
          openEnded: false,
          unresolved: [],
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is read in a moment, however long and odd', () => {
    for (const part of ['区司法局', '等', '负责', '各', '（', '和', '局', '区司法局X', '31个', '牵头']) {
      const raw = part.repeat(Math.ceil(40_000 / part.length));
      const started = process.hrtime.bigint();
      parseDepartments(raw, 'LEAD', register);
      parseDepartments(raw.slice(0, 4000), 'LEAD', register);
      expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(1500);
    }
  });
});
