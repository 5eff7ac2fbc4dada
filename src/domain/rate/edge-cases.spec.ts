import { describe, expect, it } from '@jest/globals';
import {
  absentSeat,
  chief,
  courtCase,
  deputy,
  form,
  hearing,
  instance,
  notice,
  party,
  rateOf,
  seat,
  shareOf,
} from '../../../test/support/court-cases.js';
import type { Instance } from './court-case.js';
import { defaultRatePolicy } from './rate-policy.js';
import { violationsOf } from './violations.js';

const one = (more: Partial<Instance> = {}) => [courtCase([instance(more)])];
const held = (...hearings: Instance['hearings']) => one({ hearings });
const reasons = (cases: ReturnType<typeof one>, asked = {}) =>
  rateOf(cases, asked).excluded.map(({ reason }) => reason);
const official = (more: Partial<typeof chief>) => seat({ form: form({ official: { ...chief, ...more } }) });

describe('应出庭义务（法释〔2020〕3号）：没有开庭就没有义务', () => {
  it('E1 开庭前撤诉：无应出庭义务', () => {
    const cases = one({ hearings: [hearing('2023-05-10', { state: 'CANCELLED', stateReason: '原告撤诉' })], outcome: 'WITHDRAWN' });
    expect(shareOf(cases)).toBe('0/0');
    expect(reasons(cases)).toEqual(['开庭前撤诉，未开庭']);
  });

  it('E2 开庭后撤诉：已开的庭照计，负责人出庭为 1/1，未出庭为 0/1', () => {
    expect(shareOf(one({ outcome: 'WITHDRAWN' }))).toBe('1/1');
    expect(shareOf(one({ outcome: 'WITHDRAWN', hearings: [hearing('2023-05-10', { appearances: [absentSeat()] })] }))).toBe('0/1');
  });

  it('E3 二审书面审理（行政诉讼法第八十六条）：无义务；口径另定时计入', () => {
    const cases = one({ level: 'SECOND', hearings: [], writtenTrial: true, outcome: 'UPHELD' });
    expect(shareOf(cases)).toBe('0/0');
    expect(reasons(cases)[0]).toContain('第八十六条');
    expect(shareOf(cases, { policy: { excludeWrittenTrial: false } })).toBe('0/1');
  });

  it('E4 未开庭裁定驳回起诉：无义务', () => {
    const cases = one({ hearings: [], outcome: 'DISMISSED' });
    expect(shareOf(cases)).toBe('0/0');
    expect(reasons(cases)).toEqual(['未开庭即裁定驳回起诉']);
  });

  it('E21 改期：被改掉的一次不是开庭', () => {
    const moved = hearing('2023-05-10', { state: 'RESCHEDULED', appearances: [absentSeat()] });
    expect(shareOf(held(moved, hearing('2023-05-24')), { variant: 'R2' })).toBe('1/1');
    expect(shareOf(held(moved))).toBe('0/0');
  });

  it('E26 询问、谈话、诉前调解不是开庭；口径另定时计入', () => {
    const cases = held(hearing('2023-05-10', { kind: 'INQUIRY' }));
    expect(shareOf(cases)).toBe('0/0');
    expect(reasons(cases)[0]).toContain('询问');
    expect(shareOf(cases, { policy: { countInquiries: true } })).toBe('1/1');
  });

  it('已排期而未登记开庭的不计，也不会被算作未出庭', () => {
    const cases = one({ closedOn: null, outcome: null, hearings: [hearing('2023-05-10', { state: 'SCHEDULED', appearances: [] })] });
    expect(shareOf(cases)).toBe('0/0');
    expect(reasons(cases)[0]).toContain('已排期');
  });
}); // prettier-ignore

describe('案件×审级（第七条）', () => {
  const first = hearing('2023-05-10');
  const absent = { appearances: [absentSeat()] };

  it('E5 一审两次开庭，仅第一次出庭，法院未再通知：1/1', () => {
    expect(shareOf(held(first, hearing('2023-05-24', absent)))).toBe('1/1');
    expect(shareOf(held(hearing('2023-05-10', absent), hearing('2023-05-24')))).toBe('1/1');
  });

  it('E6 法院通知第二次再次出庭而未出庭：1/2；再次出庭了：2/2', () => {
    const notices = [notice({ again: true })];
    const cases = held(first, hearing('2023-05-24', { ...absent, notices }));
    expect(shareOf(cases)).toBe('1/2');
    expect(rateOf(cases).counted[1]?.reason).toContain('通知再次出庭，另计一次（第七条）');
    expect(shareOf(held(first, hearing('2023-05-24', { notices })))).toBe('2/2');
  });

  it('E6 再次出庭的通知只对被通知的单位另计，首次开庭的通知不另计', () => {
    const other = [notice({ again: true, department: 'GAJ' })];
    expect(shareOf(held(first, hearing('2023-05-24', { ...absent, notices: other })))).toBe('1/1');
    expect(shareOf(held(hearing('2023-05-10', { notices: [notice({ again: true })] })))).toBe('1/1');
  });

  it('E7 一审出庭，二审开庭未出庭：1/2（一个审级出庭不免除其他审级）', () => {
    const second = instance({ level: 'SECOND', hearings: [hearing('2023-09-01', absent)] });
    expect(shareOf([courtCase([instance(), second])])).toBe('1/2');
    expect(shareOf([courtCase([instance(), second])], { variant: 'R3' })).toBe('1/1');
  });

  it('E8 仅科长和律师出庭：R1 0/1，R8 1/1；只有律师：R8 0/1（不得仅委托律师）', () => {
    const cases = held(hearing('2023-05-10', absent));
    expect([shareOf(cases), shareOf(cases, { variant: 'R8' })]).toEqual(['0/1', '1/1']);
    const lawyers = seat({ form: form({ official: null, staff: 0, lawyers: 2 }) });
    expect(shareOf(held(hearing('2023-05-10', { appearances: [lawyers] })), { variant: 'R8' })).toBe('0/1');
    const chiefOfSection = official({ post: '科长', rank: 'NOT_QUALIFYING' });
    expect(shareOf(held(hearing('2023-05-10', { appearances: [chiefOfSection] })), { variant: 'R8' })).toBe('1/1');
  });

  it('E17 在线开庭与到场开庭同样计算', () => {
    expect(shareOf(held(hearing('2023-05-10', { online: true })))).toBe('1/1');
  });

  it('同日上午、下午两次开庭按时间先后认定首次', () => {
    const morning = hearing('2023-05-10', { id: 'am', time: '09:00', appearances: [absentSeat()] });
    const afternoon = hearing('2023-05-10', { id: 'pm', time: '14:30', notices: [notice({ again: true })] });
    expect(shareOf(held(afternoon, morning))).toBe('1/2');
  });
}); // prettier-ignore

describe('谁是负责人（第二条、第六条、第十二条）', () => {
  const sat = (appearance: ReturnType<typeof seat>) => held(hearing('2023-05-10', { appearances: [appearance] }));

  it.each(['PRINCIPAL', 'DEPUTY', 'DEPUTY_LEVEL_IN_CHARGE', 'OTHER_IN_CHARGE'] as const)('%s 计为负责人', (rank) => {
    expect(shareOf(sat(official({ rank })))).toBe('1/1');
  });

  it('E10 区政府为被告：区长、副区长计；代为出庭的局长是其他机关负责人，不计', () => {
    expect(shareOf(sat(official({ post: '副区长', rank: 'DEPUTY' })))).toBe('1/1');
    const cases = sat(official({ otherAgency: '区住房和建设委员会' }));
    expect(shareOf(cases)).toBe('0/1');
    expect(rateOf(cases).counted[0]?.reason).toContain('不是被诉行政机关的负责人（第二条）');
  });

  it('E11 受委托执法队队长出庭不计（第二条第二款）', () => {
    expect(shareOf(sat(official({ post: '执法大队队长', rank: 'NOT_QUALIFYING' })))).toBe('0/1');
  });

  it('E12 以自己名义被诉的派出机构，其负责人计（第一条第二款）', () => {
    const own = { parties: [party({ department: 'PCS', name: '某派出所' })] };
    const cases = one({ ...own, hearings: [hearing('2023-05-10', { appearances: [{ ...official({ post: '所长' }), department: 'PCS' }] })] });
    expect(shareOf(cases, { department: 'PCS' })).toBe('1/1');
  });

  it('E13 身份证明不合要求且不能补正：视为未出庭（第六条）', () => {
    expect(shareOf(sat(seat({ identityAccepted: false })))).toBe('0/1');
    expect(shareOf(sat(seat({ identityAccepted: true })))).toBe('1/1');
  });

  it('E14 负责人未经许可中途退庭：默认不计出庭，属于第十二条第四项', () => {
    const left = seat({ form: form({ leftWithoutPermission: true }) });
    expect(shareOf(sat(left))).toBe('0/1');
    expect(shareOf(sat(left), { policy: { leavingCountsAsAbsent: false } })).toBe('1/1');
    const [only] = sat(left)[0]?.instances ?? [];
    expect(only && violationsOf(only, 'RSJ', defaultRatePolicy)).toEqual(['LEFT_WITHOUT_PERMISSION']);
  });

  it('E15 准许延期后再次开庭仍未出庭：0/1，属于第十二条第二项', () => {
    const postponed = hearing('2023-05-10', {
      state: 'RESCHEDULED',
      appearances: [seat({ form: null, absence: { reason: 'ACCIDENT', explanation: '车祸', on: '2023-05-09' }, absenceAccepted: true })],
    });
    const cases = held(postponed, hearing('2023-05-24', { appearances: [absentSeat()] }));
    expect(shareOf(cases)).toBe('0/1');
    const [only] = cases[0]?.instances ?? [];
    expect(only && violationsOf(only, 'RSJ', defaultRatePolicy)).toEqual(['ABSENT_AFTER_POSTPONEMENT']);
  });

  it('E16 开庭前更换负责人：以实际到庭的人为准（第五条）', () => {
    const replaced = { ...official({ post: '副局长', rank: 'DEPUTY' }), planned: chief };
    expect(shareOf(sat(replaced))).toBe('1/1');
    expect(shareOf(sat(replaced), { variant: 'R5' })).toBe('0/1');
    expect(shareOf(sat({ ...absentSeat(), planned: chief }))).toBe('0/1');
  });

  it('E29 只有党组书记职务的人是否属于负责人须先核定', () => {
    const secretary = official({ post: '党组书记' });
    expect(shareOf(sat(secretary))).toBe('0/1');
    expect(rateOf(sat(secretary)).counted[0]).toMatchObject({ needsReview: true });
    expect(shareOf(sat({ ...secretary, rankConfirmed: true }))).toBe('1/1');
    expect(shareOf(sat({ ...secretary, rankConfirmed: false }))).toBe('0/1');
    expect(shareOf(sat(official({ post: '党组书记、局长' })))).toBe('1/1');
  });
}); // prettier-ignore

describe('不能出庭的正当理由（第八条、第九条）', () => {
  const excused = (absenceAccepted: boolean | null) =>
    held(hearing('2023-05-10', { appearances: [absentSeat({ absence: { reason: 'FORCE_MAJEURE', explanation: '', on: '2023-05-08' }, absenceAccepted })] }));

  it('法院认可的从分母中剔除，口径另定时按未出庭计', () => {
    expect(shareOf(excused(true))).toBe('0/0');
    expect(reasons(excused(true))[0]).toContain('人民法院已予认可（第八条、第九条）');
    expect(shareOf(excused(true), { policy: { excludeAcceptedJustifiedAbsence: false } })).toBe('0/1');
  });

  it('法院不认可的、尚未审查的按未出庭计，后者待核', () => {
    expect(shareOf(excused(false))).toBe('0/1');
    expect(rateOf(excused(null)).counted[0]).toMatchObject({ fulfilled: false, needsReview: true });
  });

  it('一次获准缺席、另一次无故缺席：不剔除', () => {
    const cases = held(...(excused(true)[0]?.instances[0]?.hearings ?? []), hearing('2023-05-24', { appearances: [absentSeat()] }));
    expect(shareOf(cases)).toBe('0/1');
  });
}); // prettier-ignore

describe('共同被告、第三人（第一条第二款、第三条）', () => {
  const pair = (designationOfA: 'APPEARS' | null) =>
    one({
      parties: [party({ designation: designationOfA }), party({ department: 'ZFB', name: '区人民政府' })],
      hearings: [hearing('2023-05-10', { appearances: [seat(), absentSeat({ department: 'ZFB' })] })],
    });

  it('E9 约定由原机关出庭：原机关 1/1，复议机关无义务', () => {
    expect(shareOf(pair('APPEARS'), { department: 'RSJ' })).toBe('1/1');
    expect(shareOf(pair('APPEARS'), { department: 'ZFB' })).toBe('0/0');
    expect(reasons(pair('APPEARS'), { department: 'ZFB' })[0]).toContain('（第三条）');
  });

  it('E9 没有约定或者确定：各负其责，A 1/1，B 0/1；案件口径全区只计一件', () => {
    expect(shareOf(pair(null), { department: 'RSJ' })).toBe('1/1');
    expect(shareOf(pair(null), { department: 'ZFB' })).toBe('0/1');
    expect(shareOf(pair(null))).toBe('1/2');
    expect(shareOf(pair(null), { variant: 'R3' })).toBe('1/1');
  });

  it('E9 口径“各自出庭”“一家出庭即可”', () => {
    expect(shareOf(pair('APPEARS'), { policy: { jointDefendantPolicy: 'EACH' } })).toBe('1/2');
    expect(shareOf(pair(null), { policy: { jointDefendantPolicy: 'ANY' } })).toBe('2/2');
  });

  it('应当追加而未追加的第三人同样计算，其他第三人不计', () => {
    expect(shareOf(one({ parties: [party({ role: 'COMPULSORY_THIRD_PARTY' })] }))).toBe('1/1');
    expect(shareOf(one({ parties: [party({ role: 'COMPULSORY_THIRD_PARTY' })] }), { policy: { includeThirdParty: false } })).toBe('0/0');
    expect(shareOf(one({ parties: [party({ role: 'THIRD_PARTY' })] }))).toBe('0/0');
  });

  it('E18 并案一次开庭：N 个义务一次庭，一次出庭全部履行', () => {
    const joined = [1, 2, 3].map((n) =>
      courtCase([instance({ id: `i${n}`, hearings: [hearing('2023-05-10', { id: `h${n}`, sitting: 'together' })] })], { id: `c${n}` }),
    );
    expect(shareOf(joined)).toBe('3/3');
    expect(shareOf(joined, { variant: 'R2' })).toBe('1/1');
  });

  it('E19 系列案件先后开庭：各计一次', () => {
    const series = [1, 2].map((n) =>
      courtCase([instance({ id: `i${n}`, hearings: [hearing('2023-05-10', { id: `h${n}`, time: `0${8 + n}:00` })] })], { id: `c${n}` }),
    );
    expect([shareOf(series), shareOf(series, { variant: 'R2' })]).toEqual(['2/2', '2/2']);
  });
}); // prettier-ignore

describe('期间、单位与另册', () => {
  it('E20 12 月开庭、次年 1 月判决：R1 归 12 月，R4 归次年 1 月', () => {
    const cases = one({ hearings: [hearing('2023-12-20')], closedOn: '2024-01-15' });
    const next = { from: '2024-01-01', to: '2024-12-31' };
    expect([shareOf(cases), shareOf(cases, { variant: 'R4' })]).toEqual(['1/1', '0/0']);
    expect([shareOf(cases, next), shareOf(cases, { ...next, variant: 'R4' })]).toEqual(['0/0', '1/1']);
  });

  it('去年已出庭、今年续开：今年照计已出庭；去年未出庭、今年出庭：去年的结果不变', () => {
    const attendedFirst = held(hearing('2022-12-20'), hearing('2023-01-10', { appearances: [absentSeat()] }));
    expect(shareOf(attendedFirst)).toBe('1/1');
    const late = held(hearing('2022-12-20', { appearances: [absentSeat()] }), hearing('2023-01-10'));
    expect(shareOf(late, { from: '2022-01-01', to: '2022-12-31' })).toBe('0/1');
    expect(shareOf(late)).toBe('1/1');
  });

  it('periodBasis：按立案、按审结归期', () => {
    const cases = one({ filedOn: '2022-11-01', hearings: [hearing('2023-02-10')], closedOn: '2024-01-15' });
    const share = (year: number, periodBasis: 'FILING' | 'CLOSING') =>
      shareOf(cases, { from: `${year}-01-01`, to: `${year}-12-31`, policy: { periodBasis } });
    expect([2022, 2023, 2024].map((year) => share(year, 'FILING'))).toEqual(['1/1', '0/0', '0/0']);
    expect([2022, 2023, 2024].map((year) => share(year, 'CLOSING'))).toEqual(['0/0', '0/0', '1/1']);
  });

  it('截至某日：之后的开庭、结案还没有发生', () => {
    expect(shareOf(one(), { asOf: '2023-05-09' })).toBe('0/0');
    expect(shareOf(one(), { asOf: '2023-05-10' })).toBe('1/1');
    expect(shareOf(one(), { asOf: '2023-06-19', variant: 'R4' })).toBe('0/0');
  });

  it('E24 单位合并更名：义务由承继单位承担，名称保留当时的', () => {
    const cases = one({ parties: [party({ department: 'OLD', name: '区劳动局' })], hearings: [hearing('2023-05-10', { appearances: [seat({ department: 'OLD' })] })] });
    const answer = rateOf(cases, { department: 'NEW', successors: new Map([['OLD', 'MID'], ['MID', 'NEW']]) });
    expect(answer).toMatchObject({ numerator: 1, denominator: 1 });
    expect(answer.counted[0]).toMatchObject({ department: 'NEW', departmentName: '区劳动局' });
  });

  it('E25 事后更正：先前的记录怎样，先前的结果就怎样', () => {
    const then = held(hearing('2023-05-10', { appearances: [absentSeat()] }));
    const corrected = one();
    expect([shareOf(then), shareOf(corrected)]).toEqual(['0/1', '1/1']);
  });

  it('E27 行政公益诉讼：行政机关是被告，照计', () => {
    expect(shareOf([courtCase([instance()], { publicInterest: true, plaintiff: '区人民检察院' })])).toBe('1/1');
  });

  it('E28 民事诉讼、行政复议听证：另册、另算', () => {
    const cases = [courtCase([instance()], { register: 'CIVIL' }), courtCase([instance()], { register: 'RECONSIDERATION_HEARING', id: 'c2' })];
    expect(shareOf(cases)).toBe('0/0');
    expect(reasons(cases)).toEqual(['属于民事诉讼，另册统计', '属于行政复议听证，另册统计']);
    expect(shareOf(cases, { register: 'RECONSIDERATION_HEARING' })).toBe('1/1');
  });
}); // prettier-ignore

describe('八种口径', () => {
  it('R5 正职、R6 法院通知、R7 出声', () => {
    const cases = held(hearing('2023-05-10', { notices: [notice()], appearances: [official({})] }));
    expect(shareOf(cases, { variant: 'R5' })).toBe('1/1');
    expect(shareOf(cases, { variant: 'R6' })).toBe('1/1');
    expect(shareOf(one(), { variant: 'R6' })).toBe('0/0');
    expect(shareOf(one(), { variant: 'R7' })).toBe('1/1');
    const silent = held(hearing('2023-05-10', { appearances: [seat({ form: form({ voice: [] }) })] }));
    expect(shareOf(silent, { variant: 'R7' })).toBe('0/1');
    expect(shareOf(one(), { variant: 'R7', policy: { voice: ['DEBATE'] } })).toBe('0/1');
    expect(shareOf(held(hearing('2023-05-10', { appearances: [absentSeat()] })), { variant: 'R7' })).toBe(
      '0/0',
    );
  });

  it('E22 没有应出庭案件：比率为空，写作“无应出庭案件”', () => {
    expect(rateOf([])).toMatchObject({ numerator: 0, denominator: 0, percent: null, label: '无应出庭案件' });
  });

  it('每一件都说明计与不计的理由', () => {
    expect(rateOf(one()).counted[0]).toMatchObject({
      case: '（2023）津0105行初12号',
      level: '一审',
      fulfilled: true,
      reason: `2023-05-10 ${deputy.name}（副局长，副职负责人）出庭，符合第二条`,
    });
  });
});
