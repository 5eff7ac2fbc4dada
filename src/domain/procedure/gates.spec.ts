import { describe, expect, it } from '@jest/globals';
import {
  FIELDS, determine, doing, draft, freshMatter, papers, readyForReview, record, reviewed,
} from '../../../test/support/procedure.js'; // prettier-ignore
import type { Day } from '../calendar/day.js';
import { preview } from './decide-procedure.js';
import type { Procedure } from './entry.js';
import { validEntries } from './valid-entries.js';

/** What the gates say before a step is recorded: of each gate that is shut, its id and what is missing. */
function shutBefore(matter: Procedure, step: string, on: Day, fields: Record<string, string> = {}) {
  const act = { deed: 'RECORD' as const, step, on, fields: { ...FIELDS[step], ...fields } };
  return preview(matter, { act, by: 'OFFICE' }, on)
    .gates.filter(({ status }) => status === 'SHUT')
    .map(({ gate, missing, earliest }) => ({ gate: gate.id, missing: missing.join('；'), earliest }));
}

const idsShut = (...given: Parameters<typeof shutBefore>) => shutBefore(...given).map(({ gate }) => gate);

describe('第二十五条 合法性审查', () => {
  it('G1: no deliberation without a passed review (PROCEDURE_GATE_SHUT names gate, article and what is missing)', () => {
    const matter = papers(papers(readyForReview(freshMatter()), 'LEGALITY_REVIEW', '2023-04-24'), 'DELIBERATION', '2023-04-24'); // prettier-ignore
    expect(() => record(matter, 'DELIBERATION', '2023-05-08')).toThrow(
      expect.objectContaining({
        kind: 'CONFLICT',
        code: 'PROCEDURE_GATE_SHUT',
        message: expect.stringMatching(/G1，《重大行政决策程序暂行条例》第二十五条.*不得例外/) as unknown,
      }),
    );
    expect(idsShut(matter, 'DELIBERATION', '2023-05-08')).toEqual(['G1']);
  });

  it('G1: nor with a review of another version of the draft', () => {
    const matter = draft(reviewed(freshMatter()), 'b', '2023-05-06', false);
    expect(shutBefore(matter, 'DELIBERATION', '2023-05-08')).toEqual([
      expect.objectContaining({ gate: 'G1', missing: expect.stringContaining('另一版本') as unknown }),
    ]);
  });

  it('G2: nor with one that failed; an exploratory reform passes with its legal risk stated', () => {
    const sent = record(readyForReview(freshMatter()), 'LEGALITY_SUBMISSION', '2023-04-24', { replyBy: '2023-05-06' }); // prettier-ignore
    const failed = record(sent, 'LEGALITY_REVIEW', '2023-05-05', {
      outcome: 'FAILED',
      revision: '删去第三条',
    });
    expect(shutBefore(failed, 'DELIBERATION', '2023-05-08')[0]?.missing).toContain('现为“审查不通过”');
    expect(() => record(sent, 'LEGALITY_REVIEW', '2023-05-05', { outcome: 'EXPLORATORY' })).toThrow(
      expect.objectContaining({ code: 'PROCEDURE_FIELD_INVALID' }),
    );
    const risky = record(sent, 'LEGALITY_REVIEW', '2023-05-05', { outcome: 'EXPLORATORY', legalRisk: '尚无规定' }); // prettier-ignore
    expect(idsShut(risky, 'DELIBERATION', '2023-05-08')).toEqual([]);
  });
});

describe('第二十六条 送审', () => {
  it('G3: a review without the papers that were to be handed in is refused; a return starts the clock anew', () => {
    const ready = readyForReview(freshMatter());
    const act = { deed: 'RECORD' as const, step: 'LEGALITY_SUBMISSION', on: '2023-04-24', fields: { replyBy: '2023-05-06', materials: '草案' } }; // prettier-ignore
    const bare = doing(ready, act, '2023-04-24');
    expect(shutBefore(bare, 'LEGALITY_REVIEW', '2023-05-05').find(({ gate }) => gate === 'G3')?.missing).toBe(
      '缺少报送合法性审查的“送审函”；缺少报送合法性审查的“送审材料清单”',
    );
    const returned = doing(bare, { deed: 'RETURN', reason: '缺少送审函' }, '2023-04-26');
    expect(() => record(returned, 'LEGALITY_REVIEW', '2023-05-05')).toThrow(
      expect.objectContaining({ code: 'PROCEDURE_DEED_NOT_ALLOWED' }),
    );
    const again = doing(returned, { deed: 'RESUBMIT', reason: '' }, '2023-04-27');
    expect(validEntries(again).records.has('LEGALITY_SUBMISSION')).toBe(false);
  });

  it('G4: fewer than 7 working days are soft; Saturday 6 May 2023 counts, and the earliest day is told', () => {
    const ready = readyForReview(freshMatter());
    expect(shutBefore(ready, 'LEGALITY_SUBMISSION', '2023-04-24', { replyBy: '2023-05-05' })).toEqual([
      expect.objectContaining({ gate: 'G4', earliest: '2023-05-06' }),
    ]);
    expect(idsShut(ready, 'LEGALITY_SUBMISSION', '2023-04-24', { replyBy: '2023-05-06' })).toEqual([]);
  });
});

describe('第二十七、二十八条 审查意见', () => {
  it('G5: the opinion answers authority, procedure and content, and a legal adviser has spoken', () => {
    const sent = record(readyForReview(freshMatter()), 'LEGALITY_SUBMISSION', '2023-04-24', { replyBy: '2023-05-06' }); // prettier-ignore
    const found = shutBefore(sent, 'LEGALITY_REVIEW', '2023-05-05', { authority: '', content: ' ' });
    expect(found.map(({ gate, missing }) => [gate, missing])).toEqual([
      ['G5', '合法性审查未填写“是否符合法定权限”；合法性审查未填写“内容是否合法”'],
      ['G5A', '缺少合法性审查的“法律顾问、公职律师法律意见”'],
    ]);
  });
});

describe('第二十九条 提请讨论的材料', () => {
  it('G6: asks for the papers of the steps that applied, and not for those that did not', () => {
    const { entries, ...rest } = reviewed(freshMatter());
    const without = entries.filter((entry) => !(entry.kind === 'DOCUMENT' && ['OPINIONS_HANDLED', 'RISK_ASSESSMENT', 'FAIR_COMPETITION'].includes(entry.step))); // prettier-ignore
    expect(shutBefore({ ...rest, entries: without }, 'DELIBERATION', '2023-05-08')).toEqual([
      {
        gate: 'G6',
        missing: '缺少公众参与：意见归纳、采纳和说明的“公众意见采纳情况表”；缺少风险评估的“风险评估报告”',
        earliest: null,
      },
    ]);
  });
});

describe('第三十条 集体讨论', () => {
  it('G7: 办公会 and 专题会 are not 常务会议', () => {
    const matter = reviewed(freshMatter());
    for (const meetingType of ['OFFICE', 'SPECIAL'])
      expect(idsShut(matter, 'DELIBERATION', '2023-05-08', { meetingType })).toEqual(['G7']);
    for (const meetingType of ['EXECUTIVE', 'PLENARY'])
      expect(idsShut(matter, 'DELIBERATION', '2023-05-08', { meetingType })).toEqual([]);
  });

  it('dissent is recorded, and the head gives reasons when deciding against the majority', () => {
    const matter = reviewed(freshMatter());
    expect(idsShut(matter, 'DELIBERATION', '2023-05-08', { dissent: '' })).toEqual(['G7A']);
    expect(() => record(matter, 'DELIBERATION', '2023-05-08', { accord: 'AGAINST_MAJORITY' })).toThrow(
      expect.objectContaining({ code: 'PROCEDURE_FIELD_INVALID', message: expect.stringContaining('行政首长说明的理由') as unknown }), // prettier-ignore
    );
  });

  it('G8: a change in substance falls back to review, from wherever the matter is', () => {
    const decided = record(reviewed(freshMatter()), 'DELIBERATION', '2023-05-08');
    const changed = draft(decided, 'b', '2023-05-09');
    const { records } = validEntries(changed);
    for (const step of ['LEGALITY_SUBMISSION', 'LEGALITY_REVIEW', 'DELIBERATION'])
      expect([step, records.has(step)]).toEqual([step, false]);
    expect(records.has('OPINIONS_HANDLED')).toBe(true);
    expect(idsShut(changed, 'DELIBERATION', '2023-05-10')).toContain('G1');
  });
});

describe('第二十四条 风险评估结论', () => {
  it('G9: an uncontrollable risk bars the decision until the draft is changed and assessed again', () => {
    const risky = (matter: Procedure) => {
      const entries = matter.entries.map((entry) =>
        entry.kind === 'STEP' && entry.step === 'RISK_ASSESSMENT'
          ? { ...entry, fields: { ...entry.fields, conclusion: 'UNCONTROLLABLE' } }
          : entry,
      );
      return { ...matter, entries };
    };
    expect(idsShut(risky(reviewed(freshMatter())), 'DELIBERATION', '2023-05-08')).toEqual(['G9']);
    const barred = risky(readyForReview(freshMatter()));
    expect(idsShut(barred, 'RISK_ASSESSMENT', '2023-04-25')).toEqual(['G9A']);
    expect(idsShut(draft(barred, 'b', '2023-04-25'), 'RISK_ASSESSMENT', '2023-04-25')).toEqual([]);
  });
});

describe('第三十一条 请示报告', () => {
  it('G10: no publication before the party committee has been asked, or it was determined that it need not be', () => {
    const decided = record(reviewed(freshMatter()), 'DELIBERATION', '2023-05-08');
    const open = determine(decided, 'PUBLICATION', true, '2023-05-08');
    expect(idsShut(open, 'PUBLICATION', '2023-05-09')).toEqual(['G10']);
    const asked = record(determine(open, 'PARTY_REPORT', true, '2023-05-09'), 'PARTY_REPORT', '2023-05-10');
    expect(idsShut(asked, 'PUBLICATION', '2023-05-11')).toEqual([]);
    expect(idsShut(determine(open, 'PARTY_REPORT', false, '2023-05-09'), 'PUBLICATION', '2023-05-11')).toEqual([]); // prettier-ignore
  });
});

describe('第三十三条 归档', () => {
  it('G11: the file is closed only when every required paper is in it', () => {
    let matter = record(reviewed(freshMatter()), 'DELIBERATION', '2023-05-08');
    matter = determine(
      determine(matter, 'PARTY_REPORT', false, '2023-05-08'),
      'PUBLICATION',
      true,
      '2023-05-08',
    );
    matter = record(record(matter, 'PUBLICATION', '2023-05-11'), 'EXECUTION', '2023-05-11');
    const bare = doing(matter, { deed: 'RECORD', step: 'ARCHIVING', on: '2023-05-15', fields: { place: '档案室' } }, '2023-05-15'); // prettier-ignore
    expect(() => doing(bare, { deed: 'CLOSE', reason: '' }, '2023-05-15')).toThrow(
      expect.objectContaining({ code: 'PROCEDURE_GATE_SHUT', message: expect.stringContaining('整理归档：卷内目录') as unknown }), // prettier-ignore
    );
    const closed = doing(
      papers(bare, 'ARCHIVING', '2023-05-15'),
      { deed: 'CLOSE', reason: '' },
      '2023-05-15',
    );
    expect(validEntries(closed).state).toBe('CLOSED');
  });
});

describe('第十四、十五条 公众参与', () => {
  const drafted = (): Procedure => {
    let now = record(freshMatter(), 'PROPOSAL', '2023-02-01');
    now = draft(record(now, 'INITIATION', '2023-02-06'), 'a', '2023-03-01');
    return determine(record(now, 'DRAFTING', '2023-03-01'), 'OPINIONS_HANDLED', true, '2023-03-01');
  };

  it('published 1 March, closing 30 March is 29 days and shut; 31 March opens', () => {
    const dates = (closesOn: Day) => ({ publishedOn: '2023-03-01', closesOn });
    expect(shutBefore(drafted(), 'COMMENT_PERIOD', '2023-03-02', dates('2023-03-30'))).toEqual([
      { gate: 'C15', missing: expect.stringContaining('共 29 日') as unknown, earliest: '2023-03-31' },
    ]);
    expect(idsShut(drafted(), 'COMMENT_PERIOD', '2023-03-02', dates('2023-03-31'))).toEqual([]);
  });

  it('opinions are handled the day after the period ends, not before, and only if the public was asked at all', () => {
    expect(idsShut(drafted(), 'OPINIONS_HANDLED', '2023-03-31')).toEqual(['C14']);
    const asked = record(drafted(), 'COMMENT_PERIOD', '2023-03-02', { publishedOn: '2023-03-01', closesOn: '2023-03-31' }); // prettier-ignore
    expect(shutBefore(asked, 'OPINIONS_HANDLED', '2023-03-31')).toEqual([
      expect.objectContaining({ gate: 'C15A', earliest: '2023-04-01' }),
    ]);
    expect(idsShut(asked, 'OPINIONS_HANDLED', '2023-04-01')).toEqual([]);
  });

  it('第十六条: material 7 days before the hearing is hard; on the seventh day it passes with a warning', () => {
    const dates = (hearingOn: Day) => ({ announcedOn: '2023-03-02', listPublishedOn: '2023-03-05', deliveredOn: '2023-03-10', hearingOn }); // prettier-ignore
    expect(shutBefore(drafted(), 'HEARING_NOTICE', '2023-03-10', dates('2023-03-16'))).toEqual([
      expect.objectContaining({ gate: 'H16', earliest: '2023-03-17' }),
    ]);
    const act = (hearingOn: Day) => ({
      by: 'L',
      act: { deed: 'RECORD' as const, step: 'HEARING_NOTICE', on: '2023-03-10', fields: { ...FIELDS['HEARING_NOTICE'], ...dates(hearingOn) } }, // prettier-ignore
    });
    const status = (hearingOn: Day) => preview(drafted(), act(hearingOn), '2023-03-10').gates[0]?.status;
    expect([status('2023-03-16'), status('2023-03-17'), status('2023-03-18')]).toEqual(['SHUT', 'WARNED', 'OPEN']); // prettier-ignore
    const called = doing(drafted(), act('2023-03-17').act, '2023-03-10');
    expect(shutBefore(called, 'HEARING', '2023-03-16')).toEqual([
      expect.objectContaining({ gate: 'H16A', earliest: '2023-03-17' }),
    ]);
  });
});
