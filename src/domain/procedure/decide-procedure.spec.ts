import { describe, expect, it } from '@jest/globals';
import {
  FIELDS, determine, doing, draft, freshMatter, papers, readyForReview, record, reviewed,
} from '../../../test/support/procedure.js'; // prettier-ignore
import { archiveList } from './archive.js';
import { decide, preview } from './decide-procedure.js';
import type { ProcedureDeed } from './deed.js';
import { asKnownOn, type Procedure } from './entry.js';
import { currentSteps, milestoneDay, standings } from './step-standing.js';
import { validEntries } from './valid-entries.js';

const DAY = '2023-05-08';

function refusal(matter: Procedure, act: ProcedureDeed, by = 'OFFICE', today = DAY): string | null {
  const [first] = preview(matter, { act, by }, today).problems;
  if (!first) return null;
  expect(() => decide(matter, { act, by }, today)).toThrow(expect.objectContaining({ code: first.code }));
  return first.code;
}

const recording = (step: string, on = DAY, fields = FIELDS[step] ?? {}) =>
  ({ deed: 'RECORD', step, on, fields }) as const;

describe('recording a step', () => {
  it('keeps to the order of the steps, in which parallel ones do not wait for one another', () => {
    expect(refusal(freshMatter(), recording('INITIATION'))).toBe('PROCEDURE_STEP_NOT_OPEN');
    expect(refusal(freshMatter(), recording('PROPOSAL'))).toBeNull();
    const proposed = record(freshMatter(), 'PROPOSAL', '2023-03-01');
    const drafted = record(draft(record(proposed, 'INITIATION', '2023-03-06'), 'a', '2023-03-06'), 'DRAFTING', '2023-03-20'); // prettier-ignore
    for (const step of ['RISK_ASSESSMENT', 'EXPERT_REVIEW', 'CONSULTATION'])
      expect(refusal(determine(drafted, step, true, '2023-03-21'), recording(step))).toBeNull();
  });

  it('asks for a known step, a day that has come and is not before the step it follows, and a draft', () => {
    const proposed = record(freshMatter(), 'PROPOSAL', '2023-03-01');
    expect(refusal(proposed, recording('NOTHING'))).toBe('PROCEDURE_STEP_UNKNOWN');
    expect(refusal(proposed, recording('INITIATION', '2023-05-09'))).toBe('PROCEDURE_DAY_INVALID');
    expect(refusal(proposed, recording('INITIATION', '2023-02-30'))).toBe('PROCEDURE_DAY_INVALID');
    expect(refusal(proposed, recording('INITIATION', '2023-02-28'))).toBe('PROCEDURE_DAY_OUT_OF_ORDER');
    const begun = record(proposed, 'INITIATION', '2023-03-06');
    expect(refusal(begun, recording('DRAFTING'))).toBe('PROCEDURE_DRAFT_MISSING');
  });

  it('refuses fields that are empty, unknown, no day or no choice (PROCEDURE_FIELD_INVALID)', () => {
    const fields = FIELDS['PROPOSAL'] ?? {};
    const spoilt: Record<string, string>[] = [
      { issue: ' ' },
      { strange: 'x' },
      { source: 'NOBODY' },
      { plan: '长'.repeat(4001) },
    ];
    for (const wrong of spoilt)
      expect(refusal(freshMatter(), recording('PROPOSAL', DAY, { ...fields, ...wrong }))).toBe(
        'PROCEDURE_FIELD_INVALID',
      );
    const notice = { ...FIELDS['COMMENT_PERIOD'], publishedOn: '3月1日', closesOn: '2023-04-23' };
    expect(refusal(readyForReview(freshMatter()), recording('COMMENT_PERIOD', DAY, notice))).toBe(
      'PROCEDURE_FIELD_INVALID',
    );
  });

  it('is not changed under the steps that stand on it', () => {
    expect(refusal(reviewed(freshMatter()), recording('LEGALITY_SUBMISSION', DAY, { replyBy: '2023-05-20', materials: '草案' }))).toBe('PROCEDURE_STEP_PASSED'); // prettier-ignore
    expect(refusal(readyForReview(freshMatter()), recording('OPINIONS_HANDLED'))).toBeNull();
  });
});

describe('whether a step applies', () => {
  const begun = () => readyForReview(freshMatter());

  it('is answered before it is done, with a reason also for no', () => {
    const proposed = record(freshMatter(), 'PROPOSAL', '2023-03-01');
    const drafted = record(draft(record(proposed, 'INITIATION', '2023-03-06'), 'a', '2023-03-06'), 'DRAFTING', '2023-03-20'); // prettier-ignore
    expect(refusal(drafted, recording('EXPERT_REVIEW'))).toBe('PROCEDURE_DETERMINATION_MISSING');
    const no = { deed: 'DETERMINE', step: 'EXPERT_REVIEW', applies: false, reason: '  ' } as const;
    expect(refusal(drafted, no)).toBe('PROCEDURE_DETERMINATION_UNREASONED');
    expect(refusal(drafted, { ...no, reason: '不涉及专业技术' })).toBeNull();
    expect(refusal(begun(), recording('EXPERT_REVIEW'))).toBe('PROCEDURE_STEP_NOT_APPLICABLE');
  });

  it('is no question for a step everybody takes, nor for a step that does not exist', () => {
    const about = (step: string) => ({ deed: 'DETERMINE', step, applies: false, reason: '不必' }) as const;
    expect(refusal(begun(), about('LEGALITY_REVIEW'))).toBe('PROCEDURE_DETERMINATION_NEEDLESS');
    expect(refusal(begun(), about('NOTHING'))).toBe('PROCEDURE_STEP_UNKNOWN');
    expect(refusal(reviewed(freshMatter()), about('EXPERT_REVIEW'))).toBe('PROCEDURE_STEP_PASSED');
  });

  it('天津 ALL_FIVE_FOR_CATALOGUE: matters of the catalogue take all five procedures, others need not', () => {
    const no = { deed: 'DETERMINE', step: 'EXPERT_REVIEW', applies: false, reason: '不必' } as const;
    expect(refusal(freshMatter(['tianjin'], ['CATALOGUED']), no)).toBe('PROCEDURE_DETERMINATION_FORCED');
    expect(refusal(freshMatter(['tianjin']), no)).toBeNull();
    expect(refusal(freshMatter([], ['CATALOGUED']), no)).toBeNull();
  });
});

describe('an exception from a soft gate', () => {
  const short = { deed: 'OVERRIDE', gate: 'C15', reason: '汛期将至', publishedIn: '公告第三段' } as const;
  const dates = { ...FIELDS['COMMENT_PERIOD'], publishedOn: '2023-04-24', closesOn: '2023-05-10' };

  it('第十五条: opens 30 days for a reason that was published, once somebody else approves', () => {
    const asked = doing(readyForReview(freshMatter()), short, DAY, 'LIAISON');
    const [waiting] = validEntries(asked).waiting;
    expect(refusal(asked, recording('COMMENT_PERIOD', DAY, dates))).toBe('PROCEDURE_GATE_SHUT');
    const approve = { deed: 'APPROVE_OVERRIDE', override: waiting?.seq ?? 0 } as const;
    expect(refusal(asked, approve, 'LIAISON')).toBe('PROCEDURE_OWN_OVERRIDE');
    const approved = doing(asked, approve, DAY, 'DIRECTOR');
    expect(preview(approved, { act: recording('COMMENT_PERIOD', DAY, dates), by: 'L' }, DAY).gates[0]).toMatchObject({ status: 'OVERRIDDEN' }); // prettier-ignore
    expect(refusal(approved, approve)).toBe('PROCEDURE_OVERRIDE_UNKNOWN');
  });

  it('needs its reason, the place it was published, and a gate that gives way', () => {
    const matter = readyForReview(freshMatter());
    expect(refusal(matter, { ...short, reason: '' })).toBe('PROCEDURE_OVERRIDE_UNREASONED');
    expect(refusal(matter, { ...short, publishedIn: '' })).toBe('PROCEDURE_OVERRIDE_UNPUBLISHED');
    expect(refusal(matter, { ...short, gate: 'G4', publishedIn: '' })).toBeNull();
    expect(refusal(matter, { ...short, gate: 'G1' })).toBe('PROCEDURE_OVERRIDE_HARD');
    expect(refusal(matter, { ...short, gate: 'G99' })).toBe('PROCEDURE_GATE_UNKNOWN');
  });

  it('falls with the step it was made for when the draft changes in substance', () => {
    const matter = readyForReview(freshMatter());
    const asked = doing(matter, { deed: 'OVERRIDE', gate: 'G4', reason: '紧急', publishedIn: '' }, DAY, 'L');
    const approved = doing(asked, { deed: 'APPROVE_OVERRIDE', override: asked.entries.length }, DAY, 'D');
    expect(validEntries(approved).overrides.has('G4')).toBe(true);
    expect(validEntries(draft(approved, 'b', DAY)).overrides.has('G4')).toBe(false);
  });
});

describe('side states', () => {
  const side = (deed: 'SUSPEND' | 'RESUME' | 'ADJUST' | 'TERMINATE' | 'CLOSE', reason = '理由') => ({
    deed,
    reason,
  });

  it('第三十七条: are entered with a reason; an adjustment is of what has been decided', () => {
    const matter = reviewed(freshMatter());
    expect(refusal(matter, side('SUSPEND', ' '))).toBe('PROCEDURE_REASON_MISSING');
    expect(refusal(matter, side('ADJUST'))).toBe('PROCEDURE_DEED_NOT_ALLOWED');
    expect(refusal(record(matter, 'DELIBERATION', DAY), side('ADJUST'))).toBeNull();
    expect(refusal(matter, side('RESUME'))).toBe('PROCEDURE_DEED_NOT_ALLOWED');
    const suspended = doing(matter, side('SUSPEND'), DAY);
    expect(refusal(suspended, recording('DELIBERATION'))).toBe('PROCEDURE_DEED_NOT_ALLOWED');
    expect(currentSteps(suspended)).toEqual([]);
    expect(refusal(doing(suspended, side('RESUME'), DAY), recording('DELIBERATION'))).toBeNull();
  });

  it('an unfinished matter is not closed; what is over takes no more papers', () => {
    expect(refusal(reviewed(freshMatter()), side('CLOSE', ''))).toBe('PROCEDURE_GATE_SHUT');
    const over = doing(reviewed(freshMatter()), side('TERMINATE'), DAY);
    const paper = {
      deed: 'FILE_DOCUMENT',
      step: 'DRAFTING',
      document: 'draft',
      name: 'a.pdf',
      sha256: 'a',
    } as const;
    expect(refusal(over, paper)).toBe('PROCEDURE_DEED_NOT_ALLOWED');
    expect(refusal(reviewed(freshMatter()), { ...paper, document: 'poem' })).toBe(
      'PROCEDURE_DOCUMENT_UNKNOWN',
    );
  });

  it('the same draft is no change; after publication a change is an adjustment (第三十七条)', () => {
    const same = { deed: 'CHANGE_DRAFT', sha256: 'a'.repeat(64), substantive: true, note: '' } as const;
    expect(refusal(reviewed(freshMatter()), same)).toBe('PROCEDURE_DRAFT_UNCHANGED');
    const other = { ...same, sha256: 'b'.repeat(64) };
    let matter = determine(record(reviewed(freshMatter()), 'DELIBERATION', DAY), 'PARTY_REPORT', false, DAY);
    matter = record(determine(matter, 'PUBLICATION', true, DAY), 'PUBLICATION', DAY);
    expect(refusal(matter, other)).toBe('PROCEDURE_DEED_NOT_ALLOWED');
    expect(refusal(doing(matter, side('ADJUST'), DAY), other)).toBeNull();
  });
});

describe('how a matter stands', () => {
  it('says what is done, what is open and which gate opens when', () => {
    const matter = readyForReview(freshMatter());
    const state = Object.fromEntries(standings(matter, DAY).map((each) => [each.step.id, each.state]));
    expect(state).toMatchObject({
      OPINIONS_HANDLED: 'DONE',
      EXPERT_REVIEW: 'NOT_APPLICABLE',
      LEGALITY_SUBMISSION: 'CURRENT',
      LEGALITY_REVIEW: 'WAITING',
    });
    expect(currentSteps(matter).map(({ id }) => id)).toEqual(['LEGALITY_SUBMISSION']);
  });

  it('第十日报卷: the dossier is due ten days after the decision, rolled off a rest day', () => {
    const matter = record(reviewed(freshMatter(['tianjin', 'district'])), 'DELIBERATION', '2023-05-10');
    const dossier = standings(matter, '2023-05-10').find(({ step }) => step.id === 'DOSSIER');
    expect(dossier).toMatchObject({ dueOn: '2023-05-22', state: 'CURRENT' });
  });

  it('as of an earlier day answers what had been entered by then, whatever came later', () => {
    const decided = record(reviewed(freshMatter()), 'DELIBERATION', DAY);
    expect(milestoneDay(decided, 'decided')).toBe(DAY);
    expect(milestoneDay(asKnownOn(decided, '2023-05-07'), 'decided')).toBeNull();
    expect(milestoneDay(asKnownOn(draft(decided, 'b', '2023-06-01'), DAY), 'decided')).toBe(DAY);
  });

  it('a decision that by law is not published is finished with the decision', () => {
    const decided = record(reviewed(freshMatter()), 'DELIBERATION', DAY);
    expect(milestoneDay(decided, 'finished')).toBeNull();
    expect(milestoneDay(determine(decided, 'PUBLICATION', false, DAY), 'finished')).toBe(DAY);
  });

  it('the archive list shows every paper of every step, filed or not, wanted or not', () => {
    const list = archiveList(papers(readyForReview(freshMatter()), 'LEGALITY_SUBMISSION', DAY));
    const line = (step: string, document: string) =>
      list.find((each) => each.step.id === step && each.document.id === document);
    expect(line('LEGALITY_SUBMISSION', 'request')).toMatchObject({
      wanted: true,
      filed: [{ name: '送审函.pdf' }],
    });
    expect(line('LEGALITY_REVIEW', 'opinion')).toMatchObject({ wanted: true, filed: [] });
    expect(line('EXPERT_REVIEW', 'list')).toMatchObject({ wanted: false });
    expect(line('HEARING', 'record')).toMatchObject({ wanted: false });
  });
});
