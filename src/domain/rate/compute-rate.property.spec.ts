import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  courtCase,
  form,
  hearing,
  instance,
  notice,
  party,
  rateOf,
  seat,
  type Asked,
} from '../../../test/support/court-cases.js';
import type { Appearance, CourtCase, Hearing, Instance, Rank } from './court-case.js';
import { sumOf } from './fraction.js';
import { RATE_VARIANTS } from './variants.js';

const DEPARTMENTS = ['A', 'B', 'C'];
const day = fc.integer({ min: 0, max: 11 }).map((month) => `2023-${String(month + 1).padStart(2, '0')}-15`);
const rank = fc.constantFrom<Rank>('PRINCIPAL', 'DEPUTY', 'NOT_QUALIFYING');
const flag = fc.option(fc.boolean(), { nil: null });

const seatOf = (department: string): fc.Arbitrary<Appearance> =>
  fc
    .record({ rank: fc.option(rank, { nil: null }), accepted: flag, identity: flag, staff: fc.nat(2), left: fc.boolean() })
    .map((drawn) =>
      seat({
        department,
        absence: drawn.accepted === null ? null : { reason: 'ACCIDENT', explanation: '', on: '2023-01-01' },
        absenceAccepted: drawn.accepted,
        identityAccepted: drawn.identity,
        form: form({
          staff: drawn.staff,
          leftWithoutPermission: drawn.left,
          official: drawn.rank && { name: '甲', post: '局长', rank: drawn.rank, otherAgency: null },
        }),
      }),
    ); // prettier-ignore

const hearingOf = (departments: readonly string[]): fc.Arbitrary<Hearing> =>
  fc
    .record({
      id: fc.uuid(),
      on: day,
      seats: fc.tuple(...departments.map(seatOf)),
      again: fc.subarray([...departments]),
      state: fc.constantFrom('HELD', 'HELD', 'HELD', 'CANCELLED', 'RESCHEDULED'),
    })
    .map(({ id, on, seats, again, state }) =>
      hearing(on, {
        id,
        state: state as Hearing['state'],
        appearances: seats,
        notices: again.map((department) => notice({ department, again: true })),
      }),
    );

const instanceOf = (departments: readonly string[]): fc.Arbitrary<Instance> =>
  fc
    .record({
      id: fc.uuid(),
      hearings: fc.array(hearingOf(departments), { maxLength: 3 }),
      designated: fc.constantFrom(null, ...departments),
      role: fc.constantFrom('DEFENDANT', 'COMPULSORY_THIRD_PARTY', 'THIRD_PARTY'),
    })
    .map(({ id, hearings, designated, role }) =>
      instance({
        id,
        hearings,
        parties: departments.map((department, i) =>
          party({
            department,
            name: department,
            role: i === 0 ? 'DEFENDANT' : (role as 'DEFENDANT'),
            designation: designated === department ? 'APPEARS' : null,
          }),
        ),
      }),
    );

const caseOf = (most: number): fc.Arbitrary<CourtCase> =>
  fc
    .tuple(fc.uuid(), fc.subarray(DEPARTMENTS, { minLength: 1, maxLength: most }))
    .chain(([id, departments]) =>
      fc.array(instanceOf(departments), { minLength: 1, maxLength: 2 }).map((instances) => courtCase(instances, { id })),
    ); // prettier-ignore

const policy = fc.record({
  excludeAcceptedJustifiedAbsence: fc.boolean(),
  jointDefendantPolicy: fc.constantFrom('DESIGNATED_ONLY' as const, 'EACH' as const, 'ANY' as const),
  periodBasis: fc.constantFrom('HEARING' as const, 'CLOSING' as const, 'FILING' as const),
  includeThirdParty: fc.boolean(),
});
const share = (cases: readonly CourtCase[], asked: Asked) => {
  const { numerator, denominator } = rateOf(cases, asked);
  return { numerator, denominator };
};
const parts = (cases: readonly CourtCase[], asked: Asked) =>
  sumOf(DEPARTMENTS.map((department) => share(cases, { ...asked, department })));

describe('Σ 单位 = 全区（E23）', () => {
  it.each(['R1', 'R5', 'R6', 'R8'] as const)('%s counts duties: departments add up whatever the policy', (variant) => {
    fc.assert(
      fc.property(fc.array(caseOf(3), { maxLength: 6 }), policy, (cases, drawn) => {
        const asked = { variant, policy: drawn };
        expect(parts(cases, asked)).toEqual(share(cases, asked));
      }),
    );
  }); // prettier-ignore

  it.each(RATE_VARIANTS)('%s adds up where every case has one defendant', (variant) => {
    fc.assert(
      fc.property(fc.array(caseOf(1), { maxLength: 6 }), policy, (cases, drawn) => {
        const asked = { variant, policy: drawn };
        expect(parts(cases, asked)).toEqual(share(cases, asked));
      }),
    );
  });

  it('R2, R3, R4 and R7 never count a sitting or a case twice, and no rate passes the whole', () => {
    fc.assert(
      fc.property(fc.array(caseOf(3), { maxLength: 6 }), policy, (cases, drawn) => {
        for (const variant of RATE_VARIANTS) {
          const whole = share(cases, { variant, policy: drawn });
          expect(whole.numerator).toBeLessThanOrEqual(whole.denominator);
          expect(whole.denominator).toBeLessThanOrEqual(parts(cases, { variant, policy: drawn }).denominator);
        }
        expect(share(cases, { variant: 'R3', policy: drawn }).denominator).toBeLessThanOrEqual(cases.length);
      }),
    );
  });
});
