import { describe, expect, it } from '@jest/globals';
import { digestSubject, type DigestItemFacts } from './digest-text.js';
import { digestText, type DigestHead } from './write-digest.js';
import { wechatText } from './wechat-text.js';

const dike: DigestItemFacts = {
  number: '催〔2023〕5号', label: '催办', subjectKind: 'TASK', taskNumber: '7', taskTitle: '完成河道堤防加固', node: '',
  period: '2023-11', replyBy: '2023-12-05', explanation: '时限 2023-11-29，今天 2023-11-30，逾期 1 天，达到催办条件（逾期满 1 天）。',
}; // prettier-ignore
const report: DigestItemFacts = {
  ...dike, number: '', label: '月报提醒', subjectKind: 'REPORT', taskNumber: '8', taskTitle: '组织防汛演练', replyBy: null, explanation: '2023-11 月报应于 2023-11-24 前报送，尚未报送。',
}; // prettier-ignore
const head: DigestHead = {
  day: '2023-11-30', department: '区水务局', recipient: 'LIAISON', holder: '王某', isFallback: false, office: '区委依法治区办',
}; // prettier-ignore

describe('a digest of reminders', () => {
  it('asks once for all reports of a month that are asked for in the same words', () => {
    const reports = ['8', '9', '12'].map((taskNumber, i) => ({
      ...report,
      taskNumber,
      number: `报〔2023〕${i + 1}号`,
    }));
    const text = digestText(head, [...reports, dike]);
    expect(text).toContain('共4项');
    expect(text).toContain(
      '2. 【月报提醒】第8、9、12项任务2023年11月进展月报（共3份）（报〔2023〕1号、报〔2023〕2号、报〔2023〕3号）',
    );
    expect(text.match(/尚未报送/g)).toHaveLength(1);
    const other = { ...report, explanation: '2023-11 月报已退回，尚未重报。' };
    expect(digestText(head, [report, other]).match(/【月报提醒】/g)).toHaveLength(2);
  });

  it('reads like a letter: 抬头, numbered items with deadline, days and reply date, 落款', () => {
    expect(digestText(head, [report, dike])).toBe(`区水务局联络员（王某）：

　　现将贵单位需办理的法治政府建设重点任务有关事项提醒如下，共2项，请抓紧办理，按期答复。

1. 【催办】第7项《完成河道堤防加固》（催〔2023〕5号）
   时限 2023-11-29，今天 2023-11-30，逾期 1 天，达到催办条件（逾期满 1 天）。请于2023年12月5日前书面答复办理情况。

2. 【月报提醒】第8项《组织防汛演练》2023年11月进展月报
   2023-11 月报应于 2023-11-24 前报送，尚未报送。

　　如已办结或者情况有变化的，请及时在系统内报送进展或者提出申请。

　　　　　　　　区委依法治区办
　　　　　　　　2023年11月30日
`);
  });

  it('names a hearing by its case and a decision by its title, and does not call them tasks', () => {
    const hearing = { ...dike, subjectKind: 'HEARINGS', taskNumber: '（2023）津0105行初12号', taskTitle: '一审开庭', label: '提醒' }; // prettier-ignore
    const decision = { ...dike, subjectKind: 'DECISIONS', taskNumber: '2023-02', taskTitle: '养老服务设施布局规划' }; // prettier-ignore
    const text = digestText(head, [hearing, decision]);
    expect(text).toContain('将贵单位需办理的法治政府建设有关事项提醒如下');
    expect(text).toContain('1. 【催办】重大行政决策《养老服务设施布局规划》');
    expect(text).toContain('2. 【提醒】（2023）津0105行初12号一审开庭');
  });

  it('says when it goes to the head because there is no liaison, and addresses a vacant post without a name', () => {
    const text = digestText({ ...head, isFallback: true, holder: '' }, [dike]);
    expect(text.split('\n')[0]).toBe('区水务局负责人：');
    expect(text).toContain('联络员岗位目前空缺，本件送单位负责人阅处');
  });

  it('counts its items in the subject, the gravest first', () => {
    expect(digestSubject('2023-11-30', [report, dike, { ...dike, label: '督办' }])).toBe(
      '【法治调度】11月30日待办事项3项（督办1项、催办1项、月报提醒1项）',
    );
  });
});

describe('text for a WeChat group', () => {
  it('has one block a department, without those that have nothing to do', () => {
    const parts = [
      { department: '水务局', holders: ['王某', '王某', ''], items: [report, { ...dike, node: '主体完工' }] },
      { department: '财政局', holders: ['李某'], items: [] },
    ];
    expect(wechatText('2023-11-30', '区委依法治区办', parts))
      .toBe(`【法治调度】2023年11月30日，1个单位共2项，请各单位对照办理：

■ 水务局 @王某（催办1项、月报提醒1项）
1. 【催办】第7项《完成河道堤防加固》（主体完工）：时限 2023-11-29，今天 2023-11-30，逾期 1 天，达到催办条件（逾期满 1 天）。
2. 【月报提醒】第8项《组织防汛演练》2023年11月进展月报：2023-11 月报应于 2023-11-24 前报送，尚未报送。

区委依法治区办　2023年11月30日
`);
    expect(wechatText('2023-11-30', '区委依法治区办', [])).toBe(
      '【法治调度】2023年11月30日没有需要提醒的事项。\n',
    );
  });
});
