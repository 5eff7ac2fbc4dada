import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decide, preview } from '../../domain/procedure/decide-procedure.js';
import type { ProcedureDeed } from '../../domain/procedure/deed.js';
import type { Procedure } from '../../domain/procedure/entry.js';
import { Settings } from '../../platform/config/settings.js';
import { calendar } from '../../../test/support/procedure.js';
import { ProcedureBook } from './procedure-book.js';

/** A third procedure: one file, no code. */
const PLEDGE = `
id: service-pledge
name: 服务承诺公开
version: 1
source: 本区服务承诺公开办法
milestones: { decided: APPROVAL, finished: PUBLICATION }
substantiveChange: { fallBackTo: APPROVAL, article: 第五条 }
returns: { step: APPROVAL, clock: RESTART, article: 第四条 }
sides: { suspend: 第八条, adjust: 第八条, terminate: 第八条 }
steps:
  - { id: TEXT, name: 拟订承诺, article: 第三条, by: UNDERTAKER, role: 承诺单位, bindsDraft: true }
  - id: APPROVAL
    name: 审定
    article: 第四条
    by: OFFICE
    role: 区政务服务办
    after: [TEXT]
    bindsDraft: true
    fields: [{ id: outcome, name: 结论, type: CHOICE, required: true, choices: { YES: 同意, NO: 不同意 } }]
  - id: PUBLICATION
    name: 公布
    article: 第六条
    by: OFFICE
    role: 区政务服务办
    after: [APPROVAL]
gates:
  - id: P1
    name: 未经同意不得公布
    article: 第六条
    force: HARD
    guards: [PUBLICATION]
    rule: { kind: PASSED_ON_DRAFT, step: APPROVAL, field: outcome, values: [YES] }
`;

describe('the procedures of a configuration folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'diaodu-procedures-'));
    cpSync('config', folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const book = (): ProcedureBook =>
    new ProcedureBook(Object.assign(new Settings(), { DIAODU_CONFIG_DIR: folder }));
  const write = (name: string, text: string): void => writeFileSync(join(folder, 'procedures', name), text);

  it('hold the two of the repository, the first with its overlays in order', async () => {
    const all = await book().all();
    expect(all.map(({ id, overlays }) => [id, overlays])).toEqual([
      ['major-decision', ['天津市', '本区']],
      ['normative-document', []],
    ]);
  });

  it('a third one is one more file, and runs', async () => {
    write('service-pledge.yaml', PLEDGE);
    const definition = await book().one('service-pledge');
    let matter: Procedure = { definition, calendar, traits: [], entries: [] };
    const on = '2023-05-08';
    const acts: ProcedureDeed[] = [
      { deed: 'CHANGE_DRAFT', sha256: 'a', substantive: true, note: '' },
      { deed: 'RECORD', step: 'TEXT', on, fields: {} },
      { deed: 'RECORD', step: 'APPROVAL', on, fields: { outcome: 'NO' } },
    ];
    for (const act of acts) [matter] = decide(matter, { act, by: 'A' }, on);
    const publish = { deed: 'RECORD', step: 'PUBLICATION', on, fields: {} } as const;
    expect(preview(matter, { act: publish, by: 'A' }, on).problems[0]?.message).toContain(
      '未经同意不得公布（P1，《本区服务承诺公开办法》第六条）：审定结论为“同意”，现为“不同意”',
    );
    const yes = { deed: 'RECORD', step: 'APPROVAL', on, fields: { outcome: 'YES' } } as const;
    [matter] = decide(matter, { act: yes, by: 'A' }, on);
    expect(preview(matter, { act: publish, by: 'A' }, on).allowed).toBe(true);
  });

  it('a wrong file, and an overlay of nothing, stop the start and say where', async () => {
    write('wrong.yaml', PLEDGE.replace('after: [APPROVAL]', 'after: [NOWHERE]'));
    await expect(book().onModuleInit()).rejects.toMatchObject({
      code: 'PROCEDURE_DEFINITION_INVALID',
      message: expect.stringContaining('wrong.yaml') as unknown,
    });
    rmSync(join(folder, 'procedures', 'wrong.yaml'));
    write('stray.yaml', 'overlays: nothing\nid: stray\nname: 某地\n');
    await expect(book().all()).rejects.toMatchObject({
      details: { place: 'stray.yaml', faults: ['没有可以叠加的程序“nothing”', '“order”应为数字'] },
    });
  });
});
