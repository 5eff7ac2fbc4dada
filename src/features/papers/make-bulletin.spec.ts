import { describe, expect, it } from '@jest/globals';
import { novemberFacts, taskRows, totalsOf } from '../../../test/support/snapshot-rows.js';
import type { BulletinContent } from './bulletin-content.js';
import { makeBulletin } from './make-bulletin.js';

const textsOf = (content: BulletinContent, section: number) =>
  content.sections[section]!.parts.map((part) => part.text);

describe('a month’s bulletin (月通报)', () => {
  const bulletin = makeBulletin(novemberFacts());

  it('has the title, number and sections of the template', () => {
    expect(bulletin.title).toBe('关于2023年11月法治政府建设重点任务推进情况的通报');
    expect(bulletin.number).toBe('第11期');
    expect(bulletin.sections.map((section) => section.heading)).toEqual([
      '一、总体情况',
      '二、分项情况',
      '三、存在问题',
      '四、下步要求',
    ]);
    expect(bulletin.attachments.map((table) => table.title)).toEqual([
      '任务进度表',
      '单位情况表',
      '红黄灯清单',
    ]);
  });

  it('counts tasks, never departments’ parts', () => {
    expect(textsOf(bulletin, 0)).toEqual([
      '截至2023年11月底，《2023年法治政府建设重点任务》共有任务4项。其中，已办结1项（25.0%），绿灯1项（25.0%），黄灯1项（25.0%），红灯1项（25.0%）。',
      '从序时进度看，超进度0项，达进度1项，欠进度2项，已完成1项。',
      '本期为该台账首次通报，不作环比。',
    ]);
  });

  it('compares with the frozen month before', () => {
    const before = totalsOf(taskRows({ light: 'RED', pace: 'BEHIND' }, 'SWJ'));
    const content = makeBulletin(novemberFacts({ previous: { month: '2023-10', totals: before } }));
    expect(textsOf(content, 0)[2]).toBe(
      '与2023年10月相比，任务总数增加3项，已办结增加1项，绿灯增加1项，黄灯增加1项，红灯持平，欠进度增加1项。',
    );
  });

  it('goes through the level-1 indicators in the order of the ledger and names the red tasks', () => {
    expect(textsOf(bulletin, 1)).toEqual([
      '（一）应急法治',
      '任务3项：已办结1项，绿灯1项，红灯1项。红灯任务为第7项《完成河道堤防加固》。',
      '（二）依法行政',
      '任务1项：黄灯1项。',
    ]);
  });

  it('names red and yellow tasks with reason and months running, and who did not report', () => {
    expect(textsOf(bulletin, 2)).toEqual([
      '（一）红灯任务',
      '本月红灯任务1项：',
      '1. 第7项《完成河道堤防加固》（牵头单位：区水务局）：时限 2023-10-31，今天 2023-11-30，逾期 30 天；连续 2 月红灯。',
      '（二）黄灯任务',
      '本月黄灯任务1项：',
      '1. 第8项《开展行政执法案卷评查》（牵头单位：区司法局）：序时进度落后 20 个百分点。',
      '（三）月报报送',
      '未报送的1项，涉及1个单位：区财政局（1项）。',
      '逾期报送的1项，涉及1个单位：区司法局（1项）。',
      '报送后被退回、尚未重报的1项，涉及1个单位：区水务局（1项）。',
    ]);
  });

  it('says so when nothing is wrong', () => {
    const content = makeBulletin(novemberFacts({ rows: taskRows({}, 'SWJ') }));
    expect(textsOf(content, 2)).toEqual([
      '（一）红灯任务',
      '本月没有红灯任务。',
      '（二）黄灯任务',
      '本月没有黄灯任务。',
      '（三）月报报送',
      '本月各单位均按时报送进展月报。',
    ]);
  });

  it('tells corrections of earlier months as 追溯更正', () => {
    const correction = {
      month: '2023-10', taskNumber: '7', taskTitle: '完成河道堤防加固', department: '区水务局',
      field: 'verifiedProgress', was: '90', now: '80', reason: '佐证材料重复计算。',
    }; // prettier-ignore
    expect(textsOf(makeBulletin(novemberFacts({ corrections: [correction] })), 2).slice(-3)).toEqual([
      '（四）追溯更正',
      '以下更正不改变原月份的快照，自本月起按更正后的情况计算：',
      '1. 2023年10月通报中，第7项《完成河道堤防加固》区水务局的核定进度“90”更正为“80”，原因：佐证材料重复计算。',
    ]);
  });

  it('lists every task once with its deadline, light and remarks (附件1)', () => {
    const rows = bulletin.attachments[0]!.rows;
    expect(rows.map((row) => [row[0], row[6], row[7]])).toEqual([
      ['7', '红灯', '逾期30天；连续 2 月红灯'],
      ['8', '黄灯', ''],
      ['9', '已办结', ''],
      ['10', '绿灯', '原时限2023年11月30日，延期1次；会前改期'],
    ]);
    expect(rows[0]!.slice(1, 6)).toEqual([
      '完成河道堤防加固',
      '区水务局',
      '2023年10月31日',
      '堤防主体完工',
      80,
    ]);
  });

  it('counts each department’s parts (附件2) and lists red before yellow (附件3)', () => {
    expect(bulletin.attachments[1]!.rows).toEqual([
      [1, '区财政局', 0, 1, 0, 0, 0, 1, 0, 0],
      [2, '区司法局', 1, 0, 0, 0, 1, 0, 1, 0],
      [3, '区水务局', 2, 0, 0, 1, 0, 0, 0, 1],
      [4, '区应急局', 1, 0, 1, 0, 0, 0, 0, 0],
    ]);
    expect(bulletin.attachments[2]!.rows.map((row) => [row[1], row[3], row[6]])).toEqual([
      ['7. 完成河道堤防加固', '红灯', '12月20日前完工'],
      ['8. 开展行政执法案卷评查', '黄灯', ''],
    ]);
  });
});
