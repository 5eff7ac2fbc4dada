import { describe, expect, it } from '@jest/globals';
import { absentSeat, form, hearing, instance, seat } from '../../../test/support/court-cases.js';
import type { Appearance } from './court-case.js';
import { defaultRatePolicy } from './rate-policy.js';
import { violationsOf } from './violations.js';

const at = (appearance: Appearance) =>
  violationsOf(
    instance({ hearings: [hearing('2023-05-10', { appearances: [appearance] })] }),
    'RSJ',
    defaultRatePolicy,
  );
const absence = { reason: 'IRREPLACEABLE_DUTY', explanation: '防汛值守', on: '2023-05-09' } as const;

describe('司法建议的五种情形（第十二条）', () => {
  it('一、负责人未出庭且未说明理由或者理由不成立', () => {
    expect(at(absentSeat())).toEqual(['NO_REASON']);
    expect(at(absentSeat({ absence, absenceAccepted: false }))).toEqual(['NO_REASON']);
    expect(at(absentSeat({ absence, absenceAccepted: true }))).toEqual([]);
    expect(at(absentSeat({ absence }))).toEqual([]);
  });

  it('三、负责人和工作人员均未出庭', () => {
    expect(at(seat({ form: form({ official: null, staff: 0 }) }))).toEqual(['NO_REASON', 'NEITHER_HEAD_NOR_STAFF']);
  }); // prettier-ignore

  it('四、未经许可中途退庭；五、拒绝解释说明', () => {
    const bad = seat({ form: form({ leftWithoutPermission: true, refusedToExplain: true }) });
    expect(at(bad)).toEqual(['LEFT_WITHOUT_PERMISSION', 'REFUSED_TO_EXPLAIN']);
  });

  it('负责人到庭并坐满全程：没有', () => {
    expect(at(seat())).toEqual([]);
  });
});
