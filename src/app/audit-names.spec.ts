import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { auditWords } from '../features/dashboard/task-page/audit-words.js';
import { AuditNaming } from '../platform/audit-page/audit-names.js';
import { auditNames } from './audit-names.js';
import { OPERATION_NAMES } from './audit-operation-names.js';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file): [string, string] => [file, readFileSync(`src/${file}`, 'utf8')]);

/** Kinds of objects that anything in the program records. */
const recorded = new Set(
  sources.flatMap(([, source]) => [...source.matchAll(/objectKind: '([^']+)'/g)].map((match) => match[1]!)),
);
const named = Object.keys(auditNames.objectKinds);

describe('the names in the audit trail', () => {
  it('are there for every kind of object that is recorded anywhere, and for no other', () => {
    expect(named.toSorted()).toEqual([...recorded].toSorted());
    expect(recorded.size).toBeGreaterThan(30);
  });

  it('cover every kind, since none is put together at run time', () => {
    const passedOn = /objectKind: (?!'|string\b)(?!change\.objectKind)/;
    expect(sources.filter(([, source]) => passedOn.test(source)).map(([file]) => file)).toEqual([]);
  });

  it('are there for every operation, of which audit-words.spec.ts holds that none is left out', () => {
    expect(auditNames.operations.map(({ code }) => code).toSorted()).toEqual(
      Object.keys(auditWords).toSorted(),
    );
    expect(Object.keys(OPERATION_NAMES).filter((code) => !(code in auditWords))).toEqual([]);
  });

  it('are whole words of an official, with no gap where a fact would stand', () => {
    const words = [
      ...auditNames.operations.flatMap(({ name, group }) => [name, group]),
      ...Object.values(auditNames.objectKinds),
      ...Object.values(auditNames.fields).map((field) => field.replace(/（(?:%|字节)）$/, '')),
    ];
    expect(words.filter((word) => !/^[\u4e00-\u9fff]+(?:[、，][\u4e00-\u9fff]+)*$/.test(word))).toEqual([]);
  });

  it('tell every two operations, and every two kinds, apart', () => {
    const names = auditNames.operations.map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    const kinds = Object.values(auditNames.objectKinds);
    expect(kinds.filter((kind, place) => kinds.indexOf(kind) !== place)).toEqual([]);
  });

  it('are there for no field that nothing in the program has; test/access/matrix holds that none is left out', () => {
    const elsewhere = sources.filter(([file]) => file !== 'app/audit-field-names.ts');
    const used = new Set(elsewhere.flatMap(([, source]) => source.match(/\w+/g) ?? []));
    expect(Object.keys(auditNames.fields).filter((field) => !used.has(field))).toEqual([]);
  });

  it('leave the code of a later version as it stands', () => {
    const naming = new AuditNaming(auditNames);
    expect([naming.operation('dispatch.freeze'), naming.operation('later.deed')]).toEqual([
      '冻结台账',
      'later.deed',
    ]);
    expect([naming.objectKind('ledger'), naming.objectKind('later')]).toEqual(['台账', 'later']);
    expect([naming.field('dueOn'), naming.field('later')]).toEqual(['时限', 'later']);
  });
});
