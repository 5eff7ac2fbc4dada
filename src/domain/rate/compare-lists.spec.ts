import { describe, expect, it } from '@jest/globals';
import { absentSeat, courtCase, hearing, instance, rateOf } from '../../../test/support/court-cases.js';
import { caseNumberKey, compareLists, type CourtLine } from './compare-lists.js';

const line = (more: Partial<CourtLine> = {}): CourtLine => ({
  case: '(2023)津0105行初12号',
  department: 'RSJ',
  appeared: true,
  heldOn: '2023-05-10',
  ...more,
});
const register = rateOf([courtCase([instance()])]);
const kinds = (court: readonly CourtLine[], ours = register) =>
  compareLists(court, ours).map(({ kind }) => kind);

describe('与法院数据核对（第十四条）', () => {
  it('finds nothing where both agree, whatever the brackets', () => {
    expect(kinds([line()])).toEqual([]);
    expect(kinds([line({ case: '〔2023〕津0105行初 12号', department: null, appeared: null, heldOn: null })])).toEqual([]);
    expect(caseNumberKey('（２０２３）津0105行初第12号')).toBe('(2023)津0105行初12号');
  }); // prettier-ignore

  it('names a case only the court has, and why the register leaves it out', () => {
    const left = rateOf([courtCase([instance({ hearings: [], outcome: 'WITHDRAWN' })])]);
    expect(compareLists([line()], left)[0]).toMatchObject({
      kind: 'ONLY_COURT',
      explanation: '法院计入，本台账不计：开庭前撤诉，未开庭。',
    });
    expect(kinds([line(), line({ case: '（2023）津0105行初99号' })])).toEqual(['ONLY_COURT']);
  });

  it('names a case only the register has', () => {
    expect(compareLists([], register)[0]).toMatchObject({ kind: 'ONLY_REGISTER', department: 'RSJ' });
  });

  it('names who appeared and the day where they differ', () => {
    const absent = rateOf([courtCase([instance({ hearings: [hearing('2023-05-10', { appearances: [absentSeat()] })] })])]);
    expect(compareLists([line()], absent)[0]).toMatchObject({ kind: 'APPEARANCE_DIFFERS' });
    expect(compareLists([line()], absent)[0]?.explanation).toContain('本台账记为负责人未出庭');
    expect(kinds([line({ appeared: false, heldOn: '2023-05-11' })])).toEqual(['APPEARANCE_DIFFERS', 'DAY_DIFFERS']);
  }); // prettier-ignore
});
